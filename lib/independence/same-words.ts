import type { Met, Told } from '@/lib/independence/tellings'
import { groupBy } from '@/lib/lists/group-by'

/** Two tellings that are too far apart to be compared, but have the same words of a third one. */
export type ThroughAnother = { one: Told; other: Told; similarity: number }

const keyOf = (one: Told, other: Told) => [one.by.appearanceId, other.by.appearanceId].sort().join(' ')

/** The share of a passage that another one has of it; what a person says is common to both is all of it. */
function shareOf({ passage }: Told, partner: Told, { view }: Met): number {
  if (view.by === 'person' && view.direction === 'common') return 1
  const shorter = Math.min(passage.words.length, partner.passage.words.length)
  return (view.similarity * shorter) / Math.max(1, passage.words.length)
}

/** What the appearance is to the one that it shares with. */
const roleOf = ({ by }: Told, { view }: Met) =>
  view.direction === 'common' ? 'common' : view.oneId === by.appearanceId ? 'copy' : 'original'

/**
 * Two texts that each have more than half of one passage of a third have the same words of it, though each was edited its
 * own way: reprints of one text, not what a round-up took from two. So the third does not stand between two origins.
 */
export function sameWords(met: readonly Met[]): ThroughAnother[] {
  const known = new Set(met.map(({ one, other }) => keyOf(one, other)))
  const ends = met.flatMap((each) => [
    { told: each.one, partner: each.other, each },
    { told: each.other, partner: each.one, each },
  ])
  const byPassage = groupBy(ends, ({ told: { by, passage }, each }) =>
    [
      by.appearanceId,
      passage.in,
      passage.start,
      passage.end,
      roleOf(each.one.by === by ? each.one : each.other, each),
    ].join(' '),
  )
  const found = new Map<string, ThroughAnother>()
  for (const partners of byPassage.values())
    for (const [at, a] of partners.entries())
      for (const b of partners.slice(at + 1)) {
        const key = keyOf(a.partner, b.partner)
        const isOriginal = roleOf(a.told, a.each) === 'original'
        if (isOriginal || known.has(key) || a.partner.by.textId === b.partner.by.textId) continue
        const shared = shareOf(a.told, a.partner, a.each) + shareOf(b.told, b.partner, b.each)
        const similarity = Math.min(a.each.view.similarity, b.each.view.similarity)
        if (shared > 1 && !found.has(key)) found.set(key, { one: a.partner, other: b.partner, similarity })
      }
  return [...found.values()]
}
