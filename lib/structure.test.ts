import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typesDeclaredTwice } from '@/lib/launch/declared-types'
import type { SourceFile } from '@/lib/launch/source-file'
import { brokenRules } from '@/lib/launch/structure'
import { unkeptForms } from '@/lib/launch/unkept-forms'

const ROOT = join(import.meta.dirname, '..')
const SKIPPED = new Set(['node_modules', '.git', '.next', 'generated', '.recoupe', '.output', 'migrations'])

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    if (SKIPPED.has(name)) continue
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* walk(path)
    else yield relative(ROOT, path)
  }
}

const isCode = (path: string) => /\.(ts|tsx|mjs|js)$/.test(path)
const read = (path: string): SourceFile => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })

describe('the structure of the code (docs/contributing.md, who may import whom)', () => {
  const all = [...walk(ROOT)]
  const files = all.filter(isCode).map(read)

  test('no rule is broken', () => {
    expect(brokenRules(files, all)).toEqual([])
  })

  test('an exported type has its name in one file', () => {
    expect(typesDeclaredTwice(files)).toEqual([])
  })

  test('every form with free text keeps what is typed until it is saved or discarded', () => {
    expect(unkeptForms(files)).toEqual([])
  })

  test('a form is found that has its fields in parts of its own, and one that keeps but never settles', () => {
    const part = { path: 'app/x/_components/words.tsx', text: '<Textarea onChange={onChange} />' }
    const whole = "import { Words } from './words'\nuseAction(save)"
    const form = (text: string) => unkeptForms([part, { path: 'app/x/_components/form.tsx', text }], {})
    expect(form(whole)).toEqual(['app/x/_components/form.tsx'])
    expect(form(`${whole}\nuseUnsaved('x')\n<UnsavedNote of={unsaved} />`)).toEqual(['app/x/_components/form.tsx'])
    expect(form(whole.replace('save', 'save, { unsaved }').concat("\nuseUnsaved('x')\n<UnsavedNote />"))).toEqual([])
  })

  test('a type of an exported name in another file is found, exported there or not', () => {
    const one = { path: 'lib/claims/mark.ts', text: 'export type Mark = { id: string }' }
    const found = ['Mark: lib/a.ts, lib/claims/mark.ts']
    expect(typesDeclaredTwice([one, { path: 'lib/a.ts', text: 'type Mark = 1' }])).toEqual(found)
    const props = ['app/a.tsx', 'app/b.tsx'].map((path) => ({ path, text: 'type Props = 1' }))
    expect(typesDeclaredTwice([one, ...props])).toEqual([])
  })

  test.each([
    ['lib/claims/mark.ts', "import { cookies } from 'next/headers'", 'lib knows neither Next'],
    ['lib/claims/mark.ts', "import { x } from '@/app/_server/actor'", 'lib knows neither Next'],
    ['lib/claims/mark.ts', "import { getDb } from '@/lib/db'", 'only commands, queries'],
    ['lib/claims/schema.ts', "import { x } from '@/lib/claims/queries'", 'safe in the browser'],
    ['lib/claims/commands/mark.ts', "import { x } from '@/lib/verdicts/queries'", 'a lower domain never calls up'],
    ['app/(desk)/page.tsx', "import { getDb } from '@/lib/db'", 'through _server alone'],
    ['app/(desk)/page.tsx', "import { mark } from '@/lib/claims/commands/mark-claim'", 'pages call queries'],
    ['app/(desk)/team/actions.ts', "'use server'\n", 'actions stand in _actions'],
    ['app/(desk)/_actions/team.ts', "'use server'\n", 'in a file named after their domain'],
    ['app/(desk)/x/_components/a.tsx', "'use client'\nimport { q } from '@/lib/claims/queries'", 'client components'],
    [
      'lib/claims/queries.ts',
      "import { markClaim } from '@/lib/claims/commands/mark-claim'",
      'a query imports no command',
    ],
    [
      'lib/review/commands/x.ts',
      "import { listAttention } from '@/lib/verdicts/queries/attention'",
      'not what was counted for lists',
    ],
    ['lib/review/commands/x.ts', 'await ctx.tx.claimProjection.findMany()', 'not what was counted for lists'],
    ['lib/claims/queries/x.ts', 'await inTransaction(ctx, work)', 'a read opens no transaction'],
    ['lib/claims/queries.ts', 'await ctx.tx.claim.update({ data: { state: "OPEN" } })', 'only review writes'],
    ['lib/claims/commands/x.ts', 'await ctx.tx.auditEntry.create({ data })', 'only audit/record writes'],
    ['lib/claims/x.ts', 'const x = process.env.HOME', 'process.env'],
    ['lib/claims/x.ts', "const x = words.normalize('NFKD')", 'normalForm'],
    ['lib/claims/commands/x.ts', 'const now = new Date()', 'the clock is ctx.now'],
    [
      'app/(desk)/team/page.tsx',
      "import { X } from '../jobs/_components/x'",
      'a screen takes nothing of another screen’s parts',
    ],
    [
      'lib/claims/commands/x.ts',
      "export const pinClaim = command('claim:pin', pinInput, async (ctx, input) => {\n  return pin(ctx)\n})",
      'every command authorises: pinClaim',
    ],
    ['lib/claims/queries.ts', 'db.membership.findMany({ where: { projectId, endedAt: null } })', 'IN_FORCE'],
    ['lib/claims/queries.ts', 'memberships: { none: { role, endedAt: null } }', 'IN_FORCE'],
    ['lib/claims/queries.ts', 'tx.$queryRaw`SELECT "role" FROM "Membership" WHERE "endedAt" IS NULL`', 'IN_FORCE'],
    ['lib/claims/utils.ts', 'export const x = 1', 'no bucket files'],
    ['e2e/x.spec.ts', "import { x } from '@/app/_ui/pill'", 'nothing imports app'],
    ['e2e/x.spec.ts', "import axe from 'axe-core'", 'looks are judged at rest'],
    ['e2e/x.spec.ts', 'await link.boundingBox()', 'looks are judged at rest'],
    ['e2e/x.spec.ts', 'await browser.newContext()', 'windows are opened by'],
    ['lib/claims/x.ts', `${'const a = 1\n'.repeat(401)}`, '400 lines'],
  ])('%s with %j breaks a rule', (path, text, rule) => {
    const broken = brokenRules([{ path, text }], [path])
    expect(broken.join('\n')).toContain(rule)
  })

  test('a command authorises by what it calls, in its own file or another, and not by what it only imports', () => {
    const guard = {
      path: 'lib/claims/guard.ts',
      text: "export function loadMine(ctx) {\n  authorise('claim:pin', ctx)\n}",
    }
    const pin = (work: string) => ({
      path: 'lib/claims/commands/x.ts',
      text: `import { loadMine } from '@/lib/claims/guard'\nexport const pinClaim = command('claim:pin', input, async (ctx) => {\n  ${work}\n})`,
    })
    const rule = 'lib/claims/commands/x.ts: every command authorises: pinClaim'
    expect(brokenRules([guard, pin('return loadMine(ctx)')], [])).not.toContain(rule)
    expect(brokenRules([guard, pin('return ctx')], [])).toContain(rule)
  })
})
