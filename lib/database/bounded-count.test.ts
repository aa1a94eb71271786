import { describe, expect, test } from 'vitest'
import { bounded, COUNTED_TO, countUpTo, leftOf } from '@/lib/database/bounded-count'

describe('counting up to a limit', () => {
  test.each([
    [0, { count: 0, more: false }],
    [3, { count: 3, more: false }],
    [4, { count: 3, more: true }],
  ])('%i found of at most 3', (found, counted) => expect(bounded(found, 3)).toEqual(counted))

  test('looks for one more than is counted, and no further', async () => {
    const asked: number[] = []
    const find = async (most: number) => {
      asked.push(most)
      return Math.min(most, 5_000_000)
    }
    expect(await countUpTo(find)).toEqual({ count: COUNTED_TO, more: true })
    expect(await countUpTo(find, 7)).toEqual({ count: 7, more: true })
    expect(asked).toEqual([COUNTED_TO + 1, 8])
  })

  test('what is left of a bounded count is bounded too', () => {
    expect(leftOf({ count: 60, more: false }, 50)).toEqual({ count: 10, more: false })
    expect(leftOf({ count: 1000, more: true }, 50)).toEqual({ count: 950, more: true })
    expect(leftOf({ count: 2, more: false }, 50)).toEqual({ count: 0, more: false })
  })
})
