import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSteps } from '@/e2e/bench/steps'
import { countOrigins } from '@/lib/independence/count-origins'
import { asSharing, findSharings } from '@/lib/independence/find-sharings'
import type { CopyRuling, Telling } from '@/lib/independence/tellings'
import { aHop, aNode, anAppearance } from '@/seeds/appearance-builders'

// A claim may stand on twenty passages of 20,000 characters, and many appearances may tell them. No clock is looked at.
const [PASSAGES, WORDS] = [20, 2_500]

const wordOf = (at: number) => `mot${(at * 7919) % 100_003}`
/** Passages that are near each other in all texts, but nowhere the same: every comparison is to be made in full. */
const nearPassages = (text: string, count = PASSAGES, words = WORDS) =>
  Array.from({ length: count }, (_, number) => ({
    ...{ in: `version ${text}`, start: number * 20_000, end: number * 20_000 + 19_999 },
    words: Array.from({ length: words }, (_, at) => (at % 11 === number % 11 ? `${text}${at}` : wordOf(at))).join(' '),
  }))

const telling = (text: string, passages: Telling['passages'], number = 0): Telling => ({
  ...{ appearanceId: `${text}${number}`, textId: `text ${text}`, published: null, passages },
})

let steps: Awaited<ReturnType<typeof openSteps>>
beforeAll(async () => {
  steps = await openSteps()
})
afterAll(() => steps.close())

describe('passages that are too long to compare', () => {
  const two = ['a', 'b'].map((text) => telling(text, nearPassages(text, PASSAGES, 300)))
  const long = ['c', 'd'].map((text) => telling(text, nearPassages(text)))

  test('take no more steps than the claim has', { timeout: 120_000 }, async () => {
    findSharings(two, [])
    const [short, far] = [await steps.of(() => findSharings(two, [])), await steps.of(() => findSharings(long, []))]
    // Eight times the text: 64 times the steps, were each passage compared with each.
    expect(far / short).toBeLessThan(16)
  })

  test('are compared once, however many appearances tell them', { timeout: 120_000 }, async () => {
    const once = two.map(({ passages }, at) => telling('ab'[at] ?? '', passages.slice(0, 10)))
    const thrice = [0, 1, 2].flatMap((number) =>
      once.map(({ passages }, at) =>
        telling(
          'ab'[at] ?? '',
          passages.map((each) => ({ ...each })),
          number,
        ),
      ),
    )
    findSharings(once, [])
    const before = await steps.of(() => findSharings(once, []))
    const after = await steps.of(() => findSharings(thrice, []))
    expect(after / before).toBeLessThan(1.5)
    expect(findSharings(thrice, [])).toHaveLength(9)
  })

  // More than two million characters: what is left is not even read.
  const beyond = ['e', 'f', 'g', 'h', 'i', 'j'].map((text) => telling(text, nearPassages(text, PASSAGES, WORDS)))
  const unread = beyond.map((each) => ({ ...each, passages: each.passages.map((place) => ({ ...place })) }))

  test('count as one origin, and say so, until a person tells them apart', { timeout: 120_000 }, () => {
    const origins = (rulings: CopyRuling[]) => {
      const sharings = findSharings(unread.slice(4), rulings)
      const appearances = unread
        .slice(4)
        .map(({ appearanceId }) => anAppearance(appearanceId, [aHop(aNode(`of ${appearanceId}`))]))
      return { sharings, origins: countOrigins(appearances, { sharings: sharings.map(asSharing) }).asserting.origins }
    }
    const all = findSharings(unread, [])
    expect(all.some(({ by, direction }) => by === 'unread' && direction === 'common')).toBe(true)
    expect(origins([]).origins).toBe(1)
    const [one, other] = unread.slice(4)
    const places = (each: Telling | undefined) =>
      (each?.passages ?? []).map((place) => ({ ...place, textId: each?.textId ?? '' }))
    const apart = places(one).flatMap((copy) =>
      places(other).map((original) => ({ kind: 'NOT_COPIED' as const, copy, original, at: '2021-08-27' })),
    )
    expect(origins(apart)).toEqual({ sharings: [], origins: 2 })
  })
})
