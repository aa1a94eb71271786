import { describe, expect, test } from 'vitest'
import { keepBusy } from './busy.mjs'
import { isAlive } from './processes.mjs'
import { countsOf, runSteadily, runsAsked } from './steady.mjs'

const green = { code: 0, output: 'a line\n\n1401 passed, 0 failed\n' }
const red = { code: 1, output: '✘ a story\n\n1400 passed, 1 failed\n' }

async function steadily(results) {
  const [loads, lines] = [[], []]
  let run = 0
  const sum = await runSteadily(results.length, {
    once: async () => results[run++],
    busy: () => {
      loads.push(run + 1)
      return { end: async () => loads.push(`ended after ${run}`) }
    },
    tell: (line) => lines.push(line),
  })
  return { sum, loads, lines, runs: run }
}

describe('the whole suite again and again', () => {
  test('five green runs, the second and the fourth on a busy machine', async () => {
    const { sum, loads, lines } = await steadily([green, green, green, green, green])
    expect(sum).toEqual({ passed: 5, failed: 0 })
    expect(loads).toEqual([2, 'ended after 2', 4, 'ended after 4'])
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^2\/5: 1401 passed, 0 failed, .+ min, busy$/)
  })

  test('the first red ends it, and its log is shown', async () => {
    const { sum, lines, runs } = await steadily([green, red, green])
    expect(sum).toEqual({ passed: 1, failed: 1 })
    expect(runs).toBe(2)
    expect(lines.join('\n')).toContain('✘ a story')
  })

  test('a run without a last line, or with a code that contradicts it, is red', () => {
    expect(countsOf({ code: 0, output: 'killed' })).toEqual({ passed: 0, failed: 1 })
    expect(countsOf({ code: 1, output: green.output })).toEqual({ passed: 1401, failed: 1 })
    expect(countsOf(green)).toEqual({ passed: 1401, failed: 0 })
  })

  test('an argument says how often', () => {
    expect(runsAsked([])).toBe(5)
    expect(runsAsked(['2'])).toBe(2)
    for (const wanted of ['0', 'often', '-1', '1e3']) expect(() => runsAsked([wanted])).toThrow()
  })

  test('the busy processes end when they are told to', async () => {
    const { pids, end } = keepBusy()
    expect(pids.length).toBeGreaterThanOrEqual(2)
    expect(pids.every(isAlive)).toBe(true)
    await end()
    expect(pids.some(isAlive)).toBe(false)
  })
})
