import { type BoundedCount, COUNTED_TO } from '@/lib/database/bounded-count'

/** Where a page of a list begins: by its number as far as is counted, further on after a row, by its id. */
export type AskedPage = { page: number; after?: string | null }

/** How the next page is asked for. */
export type NextPage = { page: number } | { after: string }

/**
 * `page`: null where it has no number any more. `pages`: as many as are counted, `more` where they are not all. `next`: null on the
 * last page.
 */
export type Pages = { page: number | null; pages: number; more: boolean; next: NextPage | null }

/** The number of the page that is shown: none is reached by its number beyond what is counted, as all before it would be read. */
export const numberedPage = (page: number, perPage: number, limit = COUNTED_TO): number =>
  Math.min(page, Math.max(1, Math.floor(limit / perPage)))

/** Where a page stands in its list: `last` is the id of its last row, `goesOn` whether a row comes after it. */
export function pagesOf(
  { page, after }: AskedPage,
  total: BoundedCount,
  perPage: number,
  { last, goesOn, limit = COUNTED_TO }: { last: string | undefined; goesOn: boolean; limit?: number },
): Pages {
  const pages = Math.max(1, Math.ceil(total.count / perPage))
  const number = after ? null : numberedPage(page, perPage, limit)
  const isNumbered = number !== null && numberedPage(number + 1, perPage, limit) > number
  const next = isNumbered ? { page: number + 1 } : last ? { after: last } : null
  return { page: number, pages, more: total.more, next: goesOn ? next : null }
}

/** A page's rows out of one row more than it holds, and whether that one came. */
export const cutPage = <Row>(rows: readonly Row[], perPage: number) => ({
  rows: rows.slice(0, perPage),
  goesOn: rows.length > perPage,
})
