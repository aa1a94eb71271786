import { inSeconds, say } from './messages.mjs'

let isBeside = false

/** From now on a step is told in one line once it is done: something else writes meanwhile. */
export function tellWhenDone() {
  isBeside = true
}

/** Says what is being done, does it, and says how long it took. */
export async function step(key, work) {
  const started = performance.now()
  const beginning = `→ ${say(key)}… `
  if (!isBeside) process.stdout.write(beginning)
  try {
    return await work()
  } finally {
    process.stdout.write(`${isBeside ? beginning : ''}${inSeconds(performance.now() - started)} s\n`)
  }
}
