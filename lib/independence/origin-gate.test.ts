import { describe, expect, it } from 'vitest'
import type { OriginCounts, SideCount } from '@/lib/independence/count-origins'
import { originGate } from '@/lib/independence/origin-gate'

const side = (origins: number): SideCount => ({
  ...{ appearances: origins, origins, undetermined: 0, circles: 0, roundUps: 0, groups: [] },
})
const counts = (asserting: number, contradicting: number): OriginCounts => ({
  asserting: side(asserting),
  contradicting: side(contradicting),
  dropped: [],
})
const lacking = (
  value: number | null,
  found: OriginCounts,
  checked: 'CONTENT' | 'UTTERANCE',
  hasPrimaryRecord: boolean,
) => originGate({ value, checked, counts: found, hasPrimaryRecord }).map(({ key }) => key.replace('origins.', ''))

describe('originGate', () => {
  it.each<[number | null, number, number, string[]]>([
    [5, 2, 0, []],
    [5, 1, 9, ['assertingNeeded']],
    [4, 0, 0, ['assertingNeeded']],
    [3, 1, 1, []],
    [3, 0, 0, ['assertingNeeded', 'contradictingNeeded']],
    [3, 5, 0, ['contradictingNeeded']],
    [2, 9, 1, ['contradictingNeeded']],
    [1, 0, 2, []],
    [null, 0, 0, []],
  ])('value %s with %i for and %i against', (value, asserting, contradicting, expected) =>
    expect(lacking(value, counts(asserting, contradicting), 'CONTENT', true)).toEqual(expected),
  )

  it('a primary record of the words is enough for an utterance, and only for that', () => {
    expect(lacking(5, counts(0, 0), 'UTTERANCE', true)).toEqual([])
    expect(lacking(5, counts(0, 0), 'UTTERANCE', false)).toEqual(['assertingNeeded'])
  })

  it('says how many are asked for and how many there are', () =>
    expect(
      originGate({ value: 5, checked: 'CONTENT', counts: counts(1, 0), hasPrimaryRecord: false })[0]?.values,
    ).toEqual({ needed: 2, found: 1, undetermined: 0 }))
})
