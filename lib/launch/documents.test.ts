import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenReferences, isKeptTrue, namedNames, namedPaths, type Tree } from '@/lib/launch/documents'
import { LAYERS } from '@/lib/launch/structure'

const ROOT = join(import.meta.dirname, '../..')
const SKIPPED =
  /^(node_modules|\.git|\.next|\.recoupe|\.output|generated|test-results)$|\.tsbuildinfo$|^next-env\.d\.ts$/
const IS_TEXT = /\.(ts|tsx|mjs|js|css|json|md|prisma|sql|yml|toml)$/

function* walk(folder = ''): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    if (SKIPPED.test(name)) continue
    const path = folder ? `${folder}/${name}` : name
    yield path
    if (statSync(join(ROOT, path)).isDirectory()) yield* walk(path)
  }
}

const paths = [...walk()]
const files = paths
  .filter((path) => IS_TEXT.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
const words = new Set(
  files.filter(({ path }) => !path.endsWith('.md')).flatMap(({ text }) => text.match(/[A-Za-z]\w*/g) ?? []),
)
const all = new Set(paths)
const names = new Set(paths.map((path) => path.split('/').at(-1)))
const tree: Tree = {
  has: (path) => all.has(path),
  hasFile: (name) => names.has(name),
  knows: (name) => words.has(name),
}
const nothing: Tree = { has: () => false, hasFile: () => false, knows: () => false }

test('no file names what is outside of the project, and no document what is no more', () => {
  expect(
    brokenReferences(files, tree),
    'Say it in your own words, in docs/rules.md or docs/contributing.md; or name what stands there now.',
  ).toEqual([])
  expect(files.filter(({ path }) => isKeptTrue(path)).length).toBeGreaterThan(5)
})

test('what documents name is found in them', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const contributing = readFileSync(join(ROOT, 'docs/contributing.md'), 'utf8')
  expect(namedPaths({ path: 'README.md', text: readme })).toContain('docs/operations.md')
  expect(namedPaths({ path: 'docs/contributing.md', text: contributing })).toContain('lib/strangers.test.ts')
  expect(namedNames({ path: 'docs/contributing.md', text: contributing })).toContain('loadClaimToChange')
})

test('docs/architecture.md lists the domains as they are checked', () => {
  const [, rows = ''] = /Domains depend one way[\s\S]*?```\n([\s\S]*?)```/.exec(
    readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'),
  ) ?? [null, '']
  const told = rows
    .trim()
    .split('\n')
    .map((row) => (row.split(/ {2,}/)[0] ?? '').split(' · '))
  const isThere = (domain: string) => all.has(`lib/${domain}`)
  expect(told).toEqual(LAYERS.map((row) => row.filter(isThere)).filter((row) => row.length > 0))
})

test.each([
  ['lib/claims/lock.ts', '// As the design asks (design.md §4).', 'names a design that is not in the project'],
  ['prisma/migrations/x/migration.sql', '-- see style.md, section 2', 'a document that is not there: style.md'],
  ['lib/claims/lock.ts', '// as §5 says', 'a section of something'],
  ['e2e/a.spec.ts', '// for issue 10', 'a numbered issue'],
  ['docs/decisions/a.md', 'Measured in /home/somebody.', 'a path of one machine'],
  ['docs/decisions/a.md', 'See [the other](2026-01-01-other.md).', 'not there: 2026-01-01-other.md'],
  ['lib/claims/lock.ts', '// lock.test.ts tries it', 'a test that is not there: lock.test.ts'],
  ['docs/a.md', 'It stands in `lib/claims/gone.ts`.', 'a path that is not there: lib/claims/gone.ts'],
  ['README.md', 'It stands in [a file](lib/claims/gone.ts).', 'a path that is not there: lib/claims/gone.ts'],
  ['docs/a.md', '```sh\nnode lib/launch/gone.mjs --unit\n```\n', 'a path that is not there: lib/launch/gone.mjs'],
  ['docs/a.md', 'Call `markNoClaimAtAll(ctx)`.', 'what the code does not know: markNoClaimAtAll'],
])('%s with %j is found', (path, text, broken) => {
  expect(brokenReferences([{ path, text }], nothing).join('\n')).toContain(broken)
})

test.each([
  [
    'docs/a.md',
    'A command is `lib/<domain>/commands/<verb>.ts`, see [the web](https://example.org/a.html), `npm test`.',
  ],
  ['docs/decisions/a.md', 'It stood in `lib/claims/gone.ts` then.'],
  ['app/_messages/fr.json', '{ "paragraph": "§ 3" }'],
])('%s with %j is not', (path, text) => {
  expect(brokenReferences([{ path, text }], nothing)).toEqual([])
})

test('lib/launch/README.md names every entry point, as it is said, and no other file as one', () => {
  const ran = files.filter(
    ({ path, text }) => /^lib\/launch\/[\w-]+\.mjs$/.test(path) && /\bawait whenRun\(/.test(text),
  )
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const scriptOf = (path: string) => Object.keys(scripts).find((name) => scripts[name] === `node ${path}`)
  const said = (path: string) => {
    const script = scriptOf(path)
    return script ? (/^(start|test)$/.test(script) ? `npm ${script}` : `npm run ${script}`) : `node ${path}`
  }
  const readme = readFileSync(join(ROOT, 'lib/launch/README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| `([\w-]+\.mjs)` +\| `([^`]+)`/gm)].map(([, file = '', how = '']) => ({
    path: `lib/launch/${file}`,
    how: how.replace(/( --)? [A-Z]+$/, ''),
  }))
  const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1)
  expect(rows.toSorted(byPath)).toEqual(ran.map(({ path }) => ({ path, how: said(path) })).toSorted(byPath))
})
