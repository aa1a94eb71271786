import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { endAll, isEnding } from './lifecycle.mjs'
import { say } from './messages.mjs'

/** Says in one sentence what went wrong; only what nobody foresaw shows its stack. */
export function report(thrown) {
  const error = asLaunchError(thrown)
  if (error instanceof LaunchError) console.error(`\n✗ ${say(error.key, error.values)}`)
  else console.error(error)
}

/** Runs `work(command line values)` when the module of that URL is the script itself; a failure ends in its sentence and exit code 1. */
export async function whenRun(moduleUrl, work) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return
  try {
    await work(process.argv.slice(2))
  } catch (error) {
    // A signal has ended what this work was waiting for, and will end the process.
    if (isEnding()) return
    report(error)
    await endAll()
    process.exit(1)
  }
}
