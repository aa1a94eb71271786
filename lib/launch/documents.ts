import type { SourceFile } from '@/lib/launch/source-file'

// The project stands on its own: what a file names, it has. What code and documents once took from outside of it is told in
// docs/rules.md (the product) and docs/contributing.md (the code).

/** What is known of the tree: every path from the root, folders too, the names of all files, and every word that the code has. */
export type Tree = {
  has: (path: string) => boolean
  hasFile: (name: string) => boolean
  knows: (name: string) => boolean
}

// These two name what they look for.
const OWN_PATHS = /^lib\/launch\/documents(\.test)?\.ts$/
const OUTSIDE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:the|our) design\b|\bdesign(?= §|\.md)/i, 'a design that is not in the project'],
  [/§\s?\d/, 'a section of something that is not in the project'],
  [/\b(?:first|second) edition\b/i, 'an edition of something that is not in the project'],
  [/\bissue #?\d/i, 'a numbered issue: say what it asked for'],
  [/(?<![\w./])\/(?:work|home|root)\/\w/, 'a path of one machine'],
]
// What people read, and the texts that they check, may say anything.
const IS_READ = /^(?:app\/_messages\/|seeds\/|package-lock\.json$)/

/** The documents that are kept true: decisions are dated, and name what there was. */
export const isKeptTrue = (path: string) => /^(README|docs\/[^/]+)\.md$/.test(path)

/** The path from the root that a link or name in a file of that path leads to. */
function resolved(file: string, to: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const step of to.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** What a file says of what is outside of the project. */
function outside({ path, text }: SourceFile): string[] {
  if (OWN_PATHS.test(path)) return []
  const found = OUTSIDE.filter(([pattern]) => !IS_READ.test(path) && pattern.test(text))
  return found.map(([pattern, what]) => `names ${what}: ${pattern.exec(text)?.[0]}`)
}

/** The documents that a file names or links to and that are not there; `2026-12-*.md` stands for any. */
function lostDocuments({ path, text }: SourceFile, { has }: Tree): string[] {
  if (OWN_PATHS.test(path) || IS_READ.test(path)) return []
  const named = [...text.matchAll(/(?<![\w*<…])[\w./-]+\.md\b/g)].map(([name]) => name)
  const lost = named.filter((name) => ![name, `docs/${name}`, resolved(path, name)].some(has))
  return [...new Set(lost)].map((name) => `names a document that is not there: ${name}`)
}

/** The tests that a file sends its reader to and that are not there. */
function lostTests({ path, text }: SourceFile, { hasFile }: Tree): string[] {
  if (/\.(test|spec)\.|^docs\/decisions\//.test(path)) return []
  const named = [...text.matchAll(/(?<![\w<…*.])[\w-]+\.(?:test|spec)\.(?:tsx?|mjs)\b/g)].map(([name]) => name)
  return [...new Set(named)].filter((name) => !hasFile(name)).map((name) => `names a test that is not there: ${name}`)
}

/** What a document has in code style, blocks of it included: a line each. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)]
  const told = blocks.filter(([, language]) => language !== 'mermaid').flatMap(([, , block = '']) => block.split('\n'))
  const spans = text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)
  return [...told, ...[...spans].map(([, span = '']) => span)]
}

const PATH = /(?<![\w./@-])(?:app|lib|prisma|seeds|e2e|docs)\/[\w./()[\]@*<>…{}$-]*/g
const isExample = (path: string) => /[<>*…{}$]/.test(path)

/** The paths that a document names in code style or links to, as they lead from the root. */
export function namedPaths({ path, text }: SourceFile): string[] {
  const inCode = codeOf(text).flatMap((line) => line.match(PATH) ?? [])
  const links = [...text.matchAll(/\]\((?:<([^>]+)>|([^)\s]+))\)/g)].map(([, framed, bare]) => framed ?? bare ?? '')
  const inside = links.filter((to) => !/^(?:[a-z]+:|#)/.test(to)).map((to) => resolved(path, to.replace(/#.*$/, '')))
  return [...inCode.filter((each) => !isExample(each)), ...inside].map((each) => each.replace(/[./]+$/, ''))
}

const NAME = /^[A-Za-z]\w*(?:[a-z][A-Z]|_\w)\w*$/
// Settings of PostgreSQL.
const FOREIGN_NAMES = new Set(['max_connections'])

/** The names of code that a document uses in code style: those that no word of a language looks like. */
export const namedNames = ({ text }: SourceFile): string[] =>
  codeOf(text.replaceAll(/^```[\s\S]*?^```/gm, '')).flatMap((line) =>
    line.split(/[^\w]+/).filter((word) => !line.includes('/') && NAME.test(word) && !FOREIGN_NAMES.has(word)),
  )

/** What documents and code name that is not there, as `path: what`. */
export function brokenReferences(files: readonly SourceFile[], tree: Tree): string[] {
  return files.flatMap((file) => {
    const kept = isKeptTrue(file.path)
    const paths = kept ? namedPaths(file).filter((path) => !tree.has(path)) : []
    const names = kept ? namedNames(file).filter((name) => !tree.knows(name)) : []
    const broken = [
      ...outside(file),
      ...lostDocuments(file, tree),
      ...lostTests(file, tree),
      ...[...new Set(paths)].map((path) => `names a path that is not there: ${path}`),
      ...[...new Set(names)].map((name) => `names what the code does not know: ${name}`),
    ]
    return broken.map((what) => `${file.path}: ${what}`)
  })
}
