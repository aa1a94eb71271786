import { get } from 'node:http'

/** Whether the server says anything at that address within `timeout` milliseconds: its status, else undefined. */
// Not by fetch: Node 20 can lose one together with its AbortSignal.timeout, and then it is waited for for ever.
export const askHealth = (address, timeout = 5000) =>
  new Promise((resolve) => {
    const request = get(`${address}/api/health`, { timeout }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
    request.on('close', () => resolve(undefined))
  })

// Two minutes without any answer at all, 503 being one. A loaded machine is slow, not silent; and asking counts, not the clock: a laptop may sleep.
const patience = { every: 15_000, timeout: 15_000, times: 8 }

/** Calls `onSilent` once a server has not answered so many times in a row. Returns how to stop watching. */
export function watchHealth(address, onSilent, { every, timeout, times } = patience) {
  let silent = 0
  let timer
  const look = async () => {
    silent = (await askHealth(address, timeout)) === undefined ? silent + 1 : 0
    if (silent >= times) onSilent()
    else wait()
  }
  const wait = () => {
    if (timer !== null) timer = setTimeout(look, every).unref()
  }
  wait()
  return () => {
    clearTimeout(timer)
    timer = null
  }
}
