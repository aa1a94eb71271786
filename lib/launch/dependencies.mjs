import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashOf, inRoot } from './places.mjs'
import { runCommand, runNode } from './run-node.mjs'
import { step } from './steps.mjs'

const stamp = inRoot('node_modules', '.recoupe-lock')
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** True when npm's record of what lies in node_modules holds every package of the lock file in its version; packages for other systems may lack. */
export function isComplete(lock, installed) {
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) =>
      path === '' || installed.packages[path]?.version === version || (optional && !installed.packages[path]),
  )
}

function isInstalled(lockHash) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return true
  // npm writes this record last, so an interrupted installation has none.
  const record = inRoot('node_modules', '.package-lock.json')
  return existsSync(record) && isComplete(read(inRoot('package-lock.json')), read(record))
}

/** Installs what package-lock.json names, unless it is there. */
export async function ensureDependencies() {
  const lockHash = hashOf(['package-lock.json'])
  if (!isInstalled(lockHash)) {
    // Not `npm ci`: that wants every system's optional packages in the lock file, and registries do not carry them all.
    const values = ['install', '--no-save', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
    const npm = process.env.npm_execpath
    await step('installing', () =>
      npm?.endsWith('.js') ? runNode([npm, ...values], { quiet: true }) : runCommand('npm', values, { quiet: true }),
    )
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash) writeFileSync(stamp, lockHash)
}
