import { unauthorisedCommands } from '@/lib/launch/authorises'
import type { SourceFile } from '@/lib/launch/source-file'

// The domains, as docs/architecture.md lists them. Each may call those of earlier rows; a row's domains do not call each other. `launch`
// stands beside everything.
export const LAYERS: readonly (readonly string[])[] = [
  ['text', 'lists', 'threads', 'database'],
  ['dates'],
  ['mail'],
  ['queue'],
  ['auth', 'audit'],
  ['projects'],
  ['sources'],
  ['articles'],
  ['claims'],
  ['notices'],
  ['events', 'attributions', 'figures', 'warnings', 'comments', 'replies'],
  ['copies'],
  ['independence'],
  ['evidence', 'verdicts', 'graph'],
  ['steps'],
  ['review'],
  ['reports', 'search', 'import'],
  ['versions'],
  ['jobs'],
]
const layerOf = (domain: string) => LAYERS.findIndex((layer) => layer.includes(domain))

const ROOT_ENTRIES =
  /^(package\.json|package-lock\.json|tsconfig\.json|next\.config\.js|next-env\.d\.ts|proxy\.ts|README\.md|\..*|tsconfig\.tsbuildinfo)$/
const ROOT_FOLDERS = new Set(['app', 'prisma', 'lib', 'seeds', 'e2e', 'docs'])
const LIB_FILES = new Set([
  'db',
  'env',
  'context',
  'errors',
  'ids',
  'new-id',
  'fields',
  'sha256',
  'structure',
  'messages',
  'strangers',
  'vitest.config',
])
const BUCKETS = /(^|\/)(index|utils?|helpers?|types|constants|common|misc)\.tsx?$/
const BROWSER_SAFE =
  /^(zod|uuid|elkjs\/lib\/elk\.bundled\.js|csv-stringify\/sync|d3-scale|@\/lib\/(ids|errors|fields|sha256)|@\/lib\/(text|lists|dates)\/.*|@\/prisma\/generated\/enums)$/

// This file names what it looks for.
const OWN_PATH = 'lib/launch/structure.ts'

type Import = { from: string; typeOnly: boolean }

/** The modules that a file imports; type-only imports are marked, as they vanish when it is built. */
function importsOf(text: string): Import[] {
  const found: Import[] = []
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]/gm)) {
    found.push({ from: match[2] ?? '', typeOnly: Boolean(match[1]) })
  }
  for (const match of text.matchAll(/(?:^|[^.\w])import\(\s*['"]([^'"]+)['"]\s*\)|^\s*import\s+['"]([^'"]+)['"]/gm)) {
    found.push({ from: match[1] ?? match[2] ?? '', typeOnly: false })
  }
  return found
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('e2e/')
const domainOf = (path: string) => /^(?:@\/)?lib\/([^/]+)\//.exec(path)?.[1] ?? null
const isWriter = (path: string) => /^lib\/[^/]+\/(commands|queries)(\.ts|\/.+\.ts)$/.test(path)
/** What decides whether something may be done: all commands but those of the worker, which counts for lists. */
const isGate = (path: string) => /^lib\/(?!jobs\/)[^/]+\/commands(\.ts|\/.+\.ts)$/.test(path) && !isTest(path)
const isReader = (path: string) => /^lib\/[^/]+\/queries(\.ts|\/.+\.ts)$/.test(path) && !isTest(path)
const isConcept = (path: string) => domainOf(path) !== null && !isWriter(path) && path !== 'lib/audit/record.ts'
const resolved = (file: string, from: string) => {
  if (!from.startsWith('.')) return from
  const parts = file.split('/').slice(0, -1)
  for (const step of from.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return `@/${parts.join('/')}`
}

// Who is only invited has a membership without an end, too.
const ASKS_FOR_MEMBERS = /(?:\.membership\.\w+\(|\bmemberships: \{)[^;]{0,240}?\bendedAt: null/
const asksForMembersInSql = (text: string) =>
  (text.match(/`[^`]*FROM "Membership"[^`]*`/g) ?? []).some(
    (sql) => sql.includes('"endedAt"') && !sql.includes('"joinedAt"'),
  )

function libRules(path: string, text: string, imports: readonly Import[]): string[] {
  const broken: string[] = []
  const domain = domainOf(path)
  if (domain === 'launch') return broken
  if (isGate(path) && /[cC]laimProjection|[sS]ourceUse/.test(text)) {
    broken.push('a command judges what is so, and not what was counted for lists: ClaimProjection, SourceUse')
  }
  for (const { from, typeOnly } of imports) {
    if (/^(next|next-auth|next-intl|react|react-dom|@mantine)(\/|$)/.test(from) || from.startsWith('@/app')) {
      broken.push(`lib knows neither Next, React nor app: ${from}`)
    }
    if (from === '@/lib/db' && !typeOnly && !isWriter(path) && !isTest(path) && domain !== null) {
      broken.push(`only commands, queries, audit/record and context import the database: ${from}`)
    }
    if (isGate(path) && /^@\/lib\/verdicts\/queries\/(candidates|attention)$/.test(from)) {
      broken.push(`a command judges what is so, and not what was counted for lists: ${from}`)
    }
    if (isReader(path) && /\/commands(\/|$)/.test(from)) broken.push(`a query imports no command: ${from}`)
    const target = domainOf(from)
    if (target === 'threads' && !typeOnly && !isWriter(path) && !isTest(path)) {
      broken.push(`only commands and queries hand work over to a thread: ${from}`)
    }
    if (domain && target && target !== domain && !isTest(path) && target !== 'launch') {
      const [mine, theirs] = [layerOf(domain), layerOf(target)]
      const sameRowAuth = domain === 'audit' && target === 'auth'
      if (theirs < 0 || theirs > mine || (theirs === mine && !sameRowAuth && !typeOnly)) {
        if (!(domain === 'auth' && target === 'audit'))
          broken.push(`a lower domain never calls up: ${domain} → ${target}`)
      }
    }
    if (
      isConcept(path) &&
      !isTest(path) &&
      domain &&
      !typeOnly &&
      !['launch', 'import', 'text', 'lists', 'dates', 'threads', 'database'].includes(domain)
    ) {
      const toConcept = target !== null && isConcept(`${from.replace('@/', '')}.ts`)
      if (!BROWSER_SAFE.test(from) && !toConcept && !from.startsWith('node:')) {
        broken.push(`schema and concept files are safe in the browser: ${from}`)
      }
    }
  }
  if (
    domain &&
    !isTest(path) &&
    domain !== 'review' &&
    /\.claim\.(update|updateMany|updateManyAndReturn|upsert)\(/.test(text)
  ) {
    if (/data:\s*\{[^}]*\bstate(Since)?:/.test(text)) broken.push('only review writes a claim’s state')
  }
  if (!isTest(path) && path !== 'lib/audit/record.ts' && /auditEntry\.(create|update|delete|upsert)/.test(text)) {
    broken.push('only audit/record writes audit rows')
  }
  if (path !== 'lib/env.ts' && !isTest(path) && !/vitest\.config/.test(path) && /process\.env/.test(text)) {
    broken.push('process.env is read in lib/env.ts, lib/launch and tool configurations only')
  }
  if (!isTest(path) && (ASKS_FOR_MEMBERS.test(text) || asksForMembersInSql(text))) {
    broken.push('members in force are asked for by IN_FORCE (in SQL: by "joinedAt" too)')
  }
  if (isReader(path) && /\binTransaction\b/.test(text)) broken.push('a read opens no transaction')
  if (domain && !isTest(path) && /new Date\(\)|Date\.now\(\)/.test(text)) broken.push('the clock is ctx.now')
  return broken
}

/** Whether a module is among the parts of a screen beneath which the file does not stand. */
function isOfAnotherScreen(path: string, module: string): boolean {
  const screen = /^(.*)\/_components\//.exec(module)?.[1]
  return screen !== undefined && !path.startsWith(`${screen}/`)
}

/** Actions are found by what they write: `_actions/<domain>.ts` of the screens before and after sign-in; preferences alone have none. */
const isPlaceOfActions = (path: string) => {
  const domain = /^app\/(?:\(auth\)|\(desk\))\/_actions\/([^/]+)\.ts$/.exec(path)?.[1]
  return (domain !== undefined && layerOf(domain) >= 0) || path === 'app/_ui/_actions/preferences.ts'
}

function appRules(path: string, text: string, imports: readonly Import[]): string[] {
  const broken: string[] = []
  const inServer = path.startsWith('app/_server/')
  const isClient = /^['"]use client['"]/m.test(text.slice(0, 200))
  const isEntry = /\/route\.ts$/.test(path) || /\/_actions\//.test(path)
  if (/^['"]use server['"]/m.test(text) && !isPlaceOfActions(path)) {
    broken.push('actions stand in _actions, in a file named after their domain')
  }
  for (const { from, typeOnly } of imports) {
    const module = from.replace('@/', '')
    if (isOfAnotherScreen(path, module)) broken.push(`a screen takes nothing of another screen’s parts: ${from}`)
    if (typeOnly) continue
    if (from === '@/lib/db' && !inServer) broken.push(`the database is reached through _server alone: ${from}`)
    if (/^lib\/[^/]+\/commands/.test(module) && !isEntry && !inServer) {
      broken.push(`pages call queries; actions and route handlers call commands: ${from}`)
    }
    if (
      isClient &&
      (/^lib\/[^/]+\/(commands|queries)/.test(module) || /prisma\/generated\/client|^app\/_server/.test(module))
    ) {
      broken.push(`client components import only _ui, components, actions, schema and concept files: ${from}`)
    }
    if (path.startsWith('app/_ui/') && /^(lib\/(?!text\/)|app\/(?!_ui|_messages))/.test(module)) {
      broken.push(`_ui knows nothing of the domain: ${from}`)
    }
  }
  if (!inServer && /process\.env/.test(text)) broken.push('process.env is read in lib/env.ts and lib/launch only')
  return broken
}

const JUDGES_LOOKS =
  /\baxe\.run\(|'axe-core'|\.screenshot\(|toHaveScreenshot|toHaveCSS|getBoundingClientRect|getClientRects|getComputedStyle|boundingBox\(|\b(scroll|client|offset)(Width|Height)\b/

function storyRules(path: string, text: string): string[] {
  if (path.startsWith('e2e/bench/')) return []
  const broken: string[] = []
  if (path !== 'e2e/at-rest.ts' && JUDGES_LOOKS.test(text)) broken.push('looks are judged at rest: by e2e/at-rest.ts')
  if (path !== 'e2e/fixtures.ts' && /\.newContext\(|\.newPage\(/.test(text))
    broken.push('windows are opened by e2e/fixtures.ts: watched, and without motion')
  return broken
}

function fileRules({ path, text }: SourceFile): string[] {
  const imports = importsOf(text).map((found) => ({ ...found, from: resolved(path, found.from) }))
  const broken: string[] = []
  if (path.startsWith('lib/')) broken.push(...libRules(path, text, imports))
  if (path.startsWith('app/')) broken.push(...appRules(path, text, imports))
  if (path.startsWith('e2e/')) broken.push(...storyRules(path, text))
  if (/^(seeds|e2e|lib)\//.test(path) && imports.some(({ from }) => from.startsWith('@/app'))) {
    broken.push('nothing imports app')
  }
  if (/^lib\/[^/]+\.tsx?$/.test(path) && !LIB_FILES.has(path.replace(/^lib\/|(\.test)?\.tsx?$/g, ''))) {
    broken.push('lib holds domains, and a closed list of files beside them')
  }
  if (BUCKETS.test(path) && path !== 'seeds/index.ts') broken.push('no bucket files: name it after what it holds')
  if (path !== 'lib/text/normal-form.ts' && !isTest(path) && /\.normalize\(/.test(text))
    broken.push('Unicode’s normal forms are asked for by normalForm, which is linear')
  if (text.split('\n').length > 401) broken.push('no file is over 400 lines')
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/ .*$/gm, '')
  if (path !== OWN_PATH && (/\bas any\b|: any\b/.test(code) || /@ts-ignore|@ts-nocheck/.test(text)))
    broken.push('no any, no silenced checks')
  return broken
}

/** Every rule of the house that is broken, as `path: rule`. `all` lists every path, for what stands at the root. */
export function brokenRules(files: readonly SourceFile[], all: readonly string[]): string[] {
  const strays = all.filter((path) => {
    const [first = ''] = path.split('/')
    return path.includes('/') ? !ROOT_FOLDERS.has(first) && !first.startsWith('.') : !ROOT_ENTRIES.test(path)
  })
  return [
    ...strays.map((path) => `${path}: the root holds only what docs/contributing.md lists`),
    ...unauthorisedCommands(files),
    ...files.flatMap((file) => fileRules(file).map((rule) => `${file.path}: ${rule}`)),
  ]
}
