import { say } from './messages.mjs'
import { endPrograms } from './run-node.mjs'

const cleanups = []
let ending = false

/** Registers work for the end; the last registered runs first. Returns how to take it back. */
export function atEnd(work) {
  cleanups.push(work)
  return () => {
    const at = cleanups.indexOf(work)
    if (at >= 0) cleanups.splice(at, 1)
  }
}

/** True once the end has begun: what fails from then on fails because of it. */
export const isEnding = () => ending

/** Runs what `atEnd` has collected, each once, whatever fails. */
export async function endAll() {
  ending = true
  endPrograms()
  while (cleanups.length) {
    try {
      await cleanups.pop()()
    } catch (error) {
      console.error(error)
    }
  }
}

/** Ends everything on Ctrl+C, SIGTERM or a closed terminal; a second signal does not wait. `exitCode()` says with which code. */
export function endOnSignals(exitCode = () => 130) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (ending) {
        endPrograms('SIGKILL')
        process.exit(130)
      }
      process.stdout.write(`\n${say('stopping')}\n`)
      const code = exitCode()
      await endAll()
      console.log(say('stopped'))
      process.exit(code)
    })
  }
}
