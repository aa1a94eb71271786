import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { keepRunning } from './keep-running.mjs'
import { LaunchError } from './launch-error.mjs'
import { limits, nextStart } from './restarts.mjs'
import { watchHealth } from './watch-health.mjs'

test('each start waits longer than the one before, up to a limit, and the sixth end within two minutes is one too many', () => {
  const ends = []
  const waits = [0, 1000, 3000, 6000, 10_000, 20_000].map((at) => {
    ends.push(at)
    return nextStart(ends).wait
  })
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, undefined])
})

test('a process that has lived long begins anew', () => {
  const often = [0, 1000, 2000, 3000, 4000]
  expect(nextStart([...often, 5000]).wait).toBeUndefined()
  expect(nextStart([...often, 4000 + limits.within])).toEqual({ tries: 1, wait: 500 })
})

const ended = () => ({ ended: Promise.resolve(new LaunchError('serverEnded', { code: 'SIGKILL' })) })

test('a process that ends is started again, and that is said; a start that fails counts like an end', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  let starts = 0
  let again
  const runs = new Promise((resolve) => {
    again = resolve
  })
  const start = async () => {
    starts += 1
    if (starts === 1) throw new Error('the port is taken')
    again()
    return { ended: new Promise(() => {}) }
  }
  keepRunning('server', ended(), start)
  await runs
  await vi.waitFor(() => expect(said.mock.calls).toHaveLength(3))
  const lines = said.mock.calls.flat()
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+ .*SIGKILL/)
  expect(lines[1]).toContain('the port is taken')
  said.mockRestore()
})

test('what ends again and again is given up in one sentence that holds the last reason', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const now = performance.now()
  const before = Array.from({ length: limits.tries }, (_, i) => now - i)
  const start = vi.fn()
  const error = await keepRunning('database', ended(), start, before)
  expect(error).toMatchObject({ key: 'databaseGaveUp', values: { tries: 6, minutes: 2 } })
  expect(error.values.reason).toContain('SIGKILL')
  expect(start).not.toHaveBeenCalled()
  said.mockRestore()
})

/** A server that says what `answer` does at each question. */
async function aServer(answer) {
  const server = createServer((_, response) => answer(response))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  }
}
const quick = { every: 5, timeout: 50, times: 3 }

test('a server is silent once it has given no answer so many times in a row', async () => {
  const { address, close } = await aServer(() => {})
  await new Promise((resolve) => watchHealth(address, resolve, quick))
  close()
})

test('a server that answers 503, or late now and then, is left alone', async () => {
  let asked = 0
  const { address, close } = await aServer((response) => {
    asked += 1
    // Two out of three go unanswered.
    if (asked % 3 === 0) response.writeHead(503).end()
  })
  const onSilent = vi.fn()
  const stop = watchHealth(address, onSilent, quick)
  await vi.waitFor(() => expect(asked).toBeGreaterThan(8), { timeout: 15_000 })
  stop()
  expect(onSilent).not.toHaveBeenCalled()
  close()
})
