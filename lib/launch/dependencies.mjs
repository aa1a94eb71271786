import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { lighten } from './lighten.mjs'
import { hashOf, inRoot } from './places.mjs'
import { runCommand, runNode } from './run-node.mjs'
import { step } from './steps.mjs'

const stamp = inRoot('node_modules', '.recoupe-lock')
// npm writes this record last, so an interrupted installation has none.
const record = inRoot('node_modules', '.package-lock.json')
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const servingOnly = (lockHash) => `${lockHash} for serving`

/**
 * True when npm's record of what lies in node_modules holds every package of the lock file in its version; packages for other systems may
 * lack, and without `tools` those of tests and checks.
 */
export function isComplete(lock, installed, { tools = true } = {}) {
  return Object.entries(lock.packages).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' ||
      installed.packages[path]?.version === version ||
      ((optional || devOptional || (dev && !tools)) && !installed.packages[path]),
  )
}

/** What is installed, whoever did it: 'all', 'serving' for what serving needs, or nothing whole. */
function findInstalled(lockHash) {
  const stamped = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (stamped === lockHash) return 'all'
  if (stamped === servingOnly(lockHash)) return 'serving'
  if (!existsSync(record)) return 'nothing'
  const [lock, installed] = [read(inRoot('package-lock.json')), read(record)]
  if (isComplete(lock, installed)) return 'all'
  return isComplete(lock, installed, { tools: false }) ? 'serving' : 'nothing'
}

// Who has tested here is not to be without the tools after each update.
const hasTools = () => existsSync(inRoot('node_modules', 'vitest'))

async function install(tools) {
  // Not `npm ci`: that wants every system's optional packages in the lock file, and registries do not carry them all.
  const kinds = tools ? '--include=dev' : '--omit=dev'
  const values = ['install', '--no-save', kinds, '--no-fund', '--no-audit', '--loglevel=error']
  const npm = process.env.npm_execpath
  await step('installing', () =>
    npm?.endsWith('.js') ? runNode([npm, ...values], { quiet: true }) : runCommand('npm', values, { quiet: true }),
  )
}

/** True when nothing is installed but what serving needs. */
export const isForServing = () => existsSync(stamp) && readFileSync(stamp, 'utf8').endsWith(servingOnly(''))

/** Installs what package-lock.json names, unless it is there: what serving needs, or with `tools` what tests and checks need, too. */
export async function ensureDependencies({ tools }) {
  const lockHash = hashOf(['package-lock.json'])
  const found = findInstalled(lockHash)
  const all = found === 'all' || tools || hasTools()
  if (found === 'nothing' || (found === 'serving' && all)) await install(all)
  const wanted = all ? lockHash : servingOnly(lockHash)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!all) lighten()
  writeFileSync(stamp, wanted)
}
