import { describe, expect, test } from 'vitest'
import { bounded } from '@/lib/database/bounded-count'
import { type AskedPage, cutPage, numberedPage, pagesOf } from '@/lib/database/pages'

const [PER_PAGE, LIMIT] = [2, 6]

/** All pages of a list of numbers, one after the other, as a person turns them. */
function turn(rows: readonly number[]) {
  const seen: { page: number | null; rows: number[] }[] = []
  for (let asked: AskedPage | null = { page: 1 }; asked; ) {
    const { page, after } = asked
    const from = after ? rows.indexOf(Number(after)) + 1 : (numberedPage(page, PER_PAGE, LIMIT) - 1) * PER_PAGE
    const { rows: shown, goesOn } = cutPage(rows.slice(from, from + PER_PAGE + 1), PER_PAGE)
    const last = shown.at(-1)?.toString()
    const pages = pagesOf(asked, bounded(rows.length, LIMIT), PER_PAGE, { last, goesOn, limit: LIMIT })
    seen.push({ page: pages.page, rows: shown })
    asked = pages.next && { page: 1, ...pages.next }
  }
  return seen
}

describe('pages of a list that is counted up to a limit', () => {
  test.each([0, 1, 2, 3, 5, 6, 7, 8, 13])('%i rows: every row is on one page, in its order', (length) => {
    const rows = Array.from({ length }, (_, at) => at + 1)
    const seen = turn(rows)
    expect(seen.flatMap((each) => each.rows)).toEqual(rows)
    expect(seen.map(({ page }) => page).slice(0, 3)).toEqual([1, 2, 3].slice(0, seen.length))
    expect(seen.slice(3).every(({ page }) => page === null)).toBe(true)
  })

  test('no number leads beyond what is counted', () => {
    expect(numberedPage(9_999, 50)).toBe(20)
    expect(numberedPage(3, 50)).toBe(3)
    expect(pagesOf({ page: 9_999 }, { count: 1000, more: true }, 50, { last: 'x', goesOn: true })).toEqual({
      ...{ page: 20, pages: 20, more: true },
      next: { after: 'x' },
    })
  })

  test('how many pages there are is said as far as it is known', () => {
    expect(pagesOf({ page: 1 }, { count: 120, more: false }, 50, { last: 'x', goesOn: true })).toEqual({
      ...{ page: 1, pages: 3, more: false },
      next: { page: 2 },
    })
  })
})
