import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE_TEXTS } from '@/e2e/bench/hostile-texts'
import { HOSTILE_WORK } from '@/e2e/bench/hostile-work'
import { openSteps } from '@/e2e/bench/steps'

// Steps are counted, no clock is looked at: a text four times as long may take so many times the steps.
const [SHORT, TIMES, MOST] = [1_000, 4, 8]
/** What grows faster up to some length, by a bound of its own, is tried from there on. */
const FROM: Readonly<Record<string, number>> = {
  ...{ diffWords: 16_000, cutLong: 8_000, 'sentences around places': 8_000 },
  ...{ 'anchor passages again': 24_000, 'anchor the whole again': 16_000 },
}
/** Bounded at 4,096 words, which is too much for a test: the benchmark tries them. */
const BOUNDED_LATE = ['nearVerbatim of a near text', 'findSharings of near texts', 'concerns', 'similarities']
/** Of the texts of the benchmark (`npm run bench -- hostile`) those that found the most. */
const CHOSEN = [
  ...['prose on one line', 'one capital word', 'all spaces', 'lines of a word', 'dit-il «', 'names that speak', 'un'],
]

let steps: Awaited<ReturnType<typeof openSteps>>
beforeAll(async () => {
  steps = await openSteps()
})
afterAll(() => steps.close())

const tried = HOSTILE_WORK.filter(({ name }) => !BOUNDED_LATE.includes(name))

test.each(tried.map((work) => [work.name, work] as const))('%s', { timeout: 120_000 }, async (work, { run }) => {
  const grown: string[] = []
  for (const name of CHOSEN) {
    const length = FROM[work] ?? SHORT
    const [short, long] = [length, length * TIMES].map((each) => HOSTILE_TEXTS[name]?.(each) ?? '')
    run('Un autre texte.')
    const before = await steps.of(() => run(short ?? ''))
    run('Un autre texte.')
    const after = await steps.of(() => run(long ?? ''))
    // What is done once, whatever the text, is not counted against it.
    if (after > before * MOST + 20_000) grown.push(`${name}: ${before} steps, then ${after}`)
  }
  expect(grown).toEqual([])
})
