import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE_TEXTS } from '@/e2e/bench/hostile-texts'
import { HOSTILE_WORK } from '@/e2e/bench/hostile-work'
import { openSteps } from '@/e2e/bench/steps'

// Steps are counted, no clock is looked at: a text four times as long may take so many times the steps.
const [SHORT, LONG, MOST] = [1_000, 4_000, 6]
/** Of the texts of the benchmark (`npm run bench -- hostile`) those that found the most. */
const CHOSEN = [
  ...['prose on one line', 'one capital word', 'all spaces', 'lines of a word', 'dit-il «', 'names that speak', 'un'],
]

let steps: Awaited<ReturnType<typeof openSteps>>
beforeAll(async () => {
  steps = await openSteps()
})
afterAll(() => steps.close())

test.each(HOSTILE_WORK.map((work) => [work.name, work] as const))('%s', { timeout: 120_000 }, async (_, { run }) => {
  const grown: string[] = []
  for (const name of CHOSEN) {
    const [short, long] = [SHORT, LONG].map((length) => HOSTILE_TEXTS[name]?.(length) ?? '')
    run('Un autre texte.')
    const before = await steps.of(() => run(short ?? ''))
    run('Un autre texte.')
    const after = await steps.of(() => run(long ?? ''))
    // What is done once, whatever the text, is not counted against it.
    if (after > before * MOST + 20_000) grown.push(`${name}: ${before} steps, then ${after}`)
  }
  expect(grown).toEqual([])
})
