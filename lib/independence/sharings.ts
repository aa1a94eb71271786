import type { GroupMember } from '@/lib/independence/placed'
import { unionFind } from '@/lib/independence/union-find'

/** Two appearances whose texts share the passage in which the claim stands. `common`: it is not known who copied whom. */
export type Sharing =
  | { kind: 'copiedFrom'; copyId: string; originalId: string }
  | { kind: 'common'; oneId: string; otherId: string }

const partnersOf = (id: string, pairs: readonly (readonly [string, string])[]) =>
  pairs.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []))

/**
 * Puts together the groups of appearances that share a passage, where it is not known who copied whom: they have one common
 * origin. An appearance that shares with groups which nothing else connects is a round-up: it joins none, and adds none.
 */
export function sharedGroups(placed: readonly GroupMember[], sharings: readonly Sharing[]): GroupMember[] {
  const counting = placed.filter(({ standing }) => standing === 'origin' || standing === 'undetermined')
  const groupOf = new Map(counting.map((each) => [each.appearance.id, each.group]))
  const pairs = sharings.flatMap((each) =>
    each.kind === 'common' && groupOf.has(each.oneId) && groupOf.has(each.otherId)
      ? [[each.oneId, each.otherId] as const]
      : [],
  )
  if (pairs.length === 0) return [...placed]
  const joined = (without: ReadonlySet<string>) => {
    const groups = unionFind()
    for (const [one, other] of pairs)
      if (!without.has(one) && !without.has(other)) groups.union(groupOf.get(one) ?? one, groupOf.get(other) ?? other)
    return groups
  }
  const roundUps = new Set(
    placed.flatMap(({ appearance: { id } }) => {
      const groups = joined(new Set([id]))
      const others = partnersOf(id, pairs).map((partner) => groups.find(groupOf.get(partner) ?? partner))
      return new Set(others).size > 1 ? [id] : []
    }),
  )
  const groups = joined(roundUps)
  const sharing = new Set(pairs.flat())
  return placed.map((each): GroupMember => {
    const { id } = each.appearance
    if (roundUps.has(id)) return { ...each, group: `roundUp:${id}`, standing: 'roundUp', rule: 'roundUp' }
    if (!groupOf.has(id)) return each
    const rule = sharing.has(id) && each.rule !== 'copied' ? 'sharedPassage' : each.rule
    return { ...each, group: groups.find(each.group), rule }
  })
}
