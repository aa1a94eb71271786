/** What a commands or queries module exports as a function, and how it is reached. */
export type Exported = {
  /** `domain/name`. */
  key: string
  path: string
  kind: 'commands' | 'queries'
  name: string
  /**
   * `door`: called from outside, with a context or the database. `step`: within a transaction of its caller. `pure`: asks for neither.
   * What cannot be told counts as a door.
   */
  role: 'door' | 'step' | 'pure'
}

const MODULE = /^lib\/([^/]+)\/(commands|queries)(?:\.ts|\/.+\.ts)$/
const EXPORT = /^export (?:async )?(function\*?|const|class|let) (\w+)/gm
const FUNCTION = /^export (?:async )?function\*? \w+(?:<[^(]*>)?\(([\s\S]*?)\)(?::|\s*\{)/
const ARROW = /^export const \w+ = (?:async )?(?:<[^(]*>)?\(([\s\S]*?)\)(?::[^=]*?)?\s*=>/
const VALUE = /^export const (?:[A-Z][A-Z\d_]+\b|\w+(?::[^=]+)? = (?:[\d'"`[{]|Prisma\.sql`|new ))/

const roleOf = (declaration: string): Exported['role'] => {
  const parameters = (FUNCTION.exec(declaration) ?? ARROW.exec(declaration))?.[1]
  if (parameters === undefined) return VALUE.test(declaration) ? 'pure' : 'door'
  if (/:\s*TxCtx\b/.test(parameters) || /:\s*Tx\s*[,)]?$|:\s*Tx\s*,/.test(parameters)) return 'step'
  return /\b(Ctx|Db|Tx)\b/.test(parameters) ? 'door' : 'pure'
}

/** What the module exports; nothing for other files. Throws for a way of exporting that hides names. */
export function exportedBy(path: string, text: string): Exported[] {
  const module = MODULE.exec(path)
  if (!module || path.endsWith('.test.ts')) return []
  if (/^export (default|\*|\{(?! type))/m.test(text))
    throw new Error(`${path}: export what it declares by its own name`)
  const [, domain = '', kind] = module
  const found = [...text.matchAll(EXPORT)]
  return found.map(({ index, 2: name = '' }, at) => ({
    ...{ key: `${domain}/${name}`, path, name, kind: kind === 'commands' ? 'commands' : 'queries' },
    role: roleOf(text.slice(index, found[at + 1]?.index)),
  }))
}
