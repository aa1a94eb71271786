import { inSeconds, say } from './messages.mjs'

/** Says what is being done, does it, and says how long it took. */
export async function step(key, work) {
  const started = performance.now()
  process.stdout.write(`→ ${say(key)}… `)
  try {
    return await work()
  } finally {
    process.stdout.write(`${inSeconds(performance.now() - started)} s\n`)
  }
}
