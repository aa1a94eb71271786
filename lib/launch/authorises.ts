import type { SourceFile } from '@/lib/launch/source-file'

// What asks whether the actor may: permissions, the review's table of moves, and being at the terminal.
const ASKS = new Set(['authorise', 'permissionRefusals', 'refuseMove', 'asInstallation'])

/** Commands that anybody may give, or whose right is no permission's: whose, and what stands in its place. */
const ASK_OTHERWISE: Readonly<Record<string, string>> = {
  'user:rename': 'one’s own account',
  'user:changePassword': 'one’s own account',
  'user:signOutEverywhere': 'one’s own sessions',
  'session:end': 'one’s own sessions',
  'session:endOthers': 'one’s own sessions',
  'notice:markRead': 'one’s own notices',
  'user:readLinkNotices': 'one’s own notices',
  'user:setUp': 'who has the link',
  'user:joinProject': 'who has the link',
  'user:acceptInvitation': 'who has the link',
  'user:resetPassword': 'who has the link',
}

const DECLARED = /^(?:export )?(?:async )?(?:function|const) (\w+)/
const TOP_LEVEL = /^(?:export|import|const|async|function|type|\/\*\*|\/\/)/
const CALLS = /\b([a-zA-Z]\w*)\s*(?:<[^()]*>)?\(/g
const IMPORTS = /^import (?!type)\{([^}]*)\} from '@\/(lib\/[^']+)'/gm

type Module = { declared: Map<string, string>; imported: Map<string, string> }

/** The text of each declaration of a file, to where the next begins, and from which file each of its imported names is. */
function readModule(text: string): Module {
  const declared = new Map<string, string>()
  let name: string | undefined
  for (const line of text.split('\n')) {
    if (TOP_LEVEL.test(line)) name = DECLARED.exec(line)?.[1]
    if (name) declared.set(name, `${declared.get(name) ?? ''}${line}\n`)
  }
  const imported = new Map<string, string>()
  for (const [, names = '', from = ''] of text.matchAll(IMPORTS)) {
    for (const part of names.split(',')) imported.set(part.trim(), `${from}.ts`)
  }
  return { declared, imported }
}

/** Whether a declaration asks for the actor's right, itself or in what it calls. */
function asks(modules: ReadonlyMap<string, Module>, path: string, name: string, seen = new Set<string>()): boolean {
  const key = `${path}#${name}`
  if (seen.has(key)) return false
  seen.add(key)
  const module = modules.get(path)
  const body = module?.declared.get(name)
  if (!module || body === undefined) return false
  return [...body.matchAll(CALLS)].some(([, called = '']) => {
    if (ASKS.has(called)) return true
    return asks(modules, module.declared.has(called) ? path : (module.imported.get(called) ?? ''), called, seen)
  })
}

const COMMAND = /\bcommand(?:<[^()]*>)?\(\s*(?:'([^']+)'|\w+)/

/** Every command that does not ask whether its actor may, as `path: rule`. A command is what `command` of audit/record makes. */
export function unauthorisedCommands(files: readonly SourceFile[]): string[] {
  const ofLib = files.filter(({ path }) => /^lib\/.+\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  const modules = new Map(ofLib.map(({ path, text }) => [path, readModule(text)]))
  return ofLib.flatMap(({ path }) =>
    [...(modules.get(path)?.declared ?? [])].flatMap(([name, body]) => {
      const made = path === 'lib/audit/record.ts' ? null : COMMAND.exec(body)
      if (!made || (made[1] && made[1] in ASK_OTHERWISE) || asks(modules, path, name)) return []
      return [`${path}: every command authorises: ${name}`]
    }),
  )
}
