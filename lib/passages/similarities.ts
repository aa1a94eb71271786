import { nearVerbatim } from '@/lib/text/near-verbatim'

/** How near the two texts of each pair are to saying the same in the same words, from 0 to 1. */
export const similarities = (pairs: readonly (readonly [string, string])[]): number[] =>
  pairs.map(([one, other]) => nearVerbatim(one, other))
