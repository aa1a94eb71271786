/** What nobody needs to the last one is counted so far: an index is read to here, however much there is behind. */
export const COUNTED_TO = 1000

/** `more`: there are more than `count`, and nobody has looked how many. */
export type BoundedCount = { count: number; more: boolean }

/** What was found when one more than `limit` was looked for. */
export const bounded = (found: number, limit = COUNTED_TO): BoundedCount => ({
  count: Math.min(found, limit),
  more: found > limit,
})

/** Counts up to `limit`: `find` answers how many there are, and looks for `most` at most. */
export const countUpTo = async (find: (most: number) => Promise<number>, limit = COUNTED_TO): Promise<BoundedCount> =>
  bounded(await find(limit + 1), limit)

/** How many are left when so many are shown. */
export const leftOf = ({ count, more }: BoundedCount, shown: number): BoundedCount => ({
  count: Math.max(0, count - shown),
  more,
})
