import { describe, expect, it } from 'vitest'
import { firstPlace, inReadingOrder } from '@/lib/claims/reading-order'

const claim = (number: number, ...places: [string, number, number][]) => ({
  number,
  spans: places.map(([versionId, start, end]) => ({ versionId, start, end })),
})

describe('reading order', () => {
  it('goes by the first passage, the wider one first, then by number; unplaced claims come last', () => {
    const claims = [
      claim(1, ['old', 0, 9]),
      claim(2, ['new', 50, 60], ['new', 4, 8]),
      claim(3, ['new', 4, 20]),
      claim(4, ['new', 0, 3]),
      claim(5, ['new', 0, 3]),
      claim(6),
    ]
    expect(inReadingOrder(claims, 'new').map((each) => each.number)).toEqual([4, 5, 3, 2, 1, 6])
  })

  it('takes offset 0 for a place', () => {
    expect(firstPlace(claim(1, ['new', 0, 1]), 'new')).toEqual({ start: 0, end: 1 })
    expect(firstPlace(claim(1, ['old', 0, 1]), 'new')).toBeNull()
  })
})
