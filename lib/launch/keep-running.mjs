import { asLaunchError, LaunchError } from './launch-error.mjs'
import { isEnding } from './lifecycle.mjs'
import { inSeconds, say } from './messages.mjs'
import { limits, nextStart } from './restarts.mjs'

// In the order of: it ended, it runs again, no use any more.
const sentences = {
  server: ['serverStartsAgain', 'serverRunsAgain', 'serverGaveUp'],
  worker: ['workerStartsAgain', 'workerRunsAgain', 'workerGaveUp'],
  database: ['databaseStartsAgain', 'databaseRunsAgain', 'databaseGaveUp'],
}

const reasonOf = (thrown) => {
  const error = asLaunchError(thrown)
  return error instanceof LaunchError ? say(error.key, error.values) : String(error?.message ?? error)
}
const tell = (text) => console.error(`${new Date().toISOString()} ${text}`)
// Never settles: what it would have waited for ends with this process.
const forEver = () => new Promise(() => {})

/**
 * Starts a process of ours again whenever it ends by itself, saying so, with a longer wait each time. `running.ended` resolves to why it ended;
 * `start()` makes the next one. Resolves to the LaunchError to end with, once it has ended too often within a short time.
 */
export async function keepRunning(what, running, start, ends = []) {
  const [startsAgain, runsAgain, gaveUp] = sentences[what]
  for (let reason = await running.ended; ; ) {
    if (isEnding()) return forEver()
    ends.push(performance.now())
    const { tries, wait } = nextStart(ends)
    const minutes = limits.within / 60_000
    if (wait === undefined) return new LaunchError(gaveUp, { tries, minutes, reason: reasonOf(reason) })
    tell(say(startsAgain, { reason: reasonOf(reason), seconds: inSeconds(wait), tries, most: limits.tries }))
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (isEnding()) return forEver()
    try {
      running = await start()
      if (isEnding()) return forEver()
      tell(say(runsAgain))
      reason = await running.ended
    } catch (error) {
      reason = error
    }
  }
}

/** As keepRunning, for what the rest can do without: after giving up it says so, waits a minute and begins anew. Never resolves. */
export async function keepTrying(what, running, start, pause = 60_000) {
  for (;;) {
    const gaveUp = await keepRunning(what, running, start)
    tell(reasonOf(gaveUp))
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (isEnding()) return forEver()
    running = start()
  }
}
