import type { UnnamedVoice } from '@/lib/independence/origins'
import type { GroupMember } from '@/lib/independence/placed'
import { unionFind } from '@/lib/independence/union-find'
import { groupBy } from '@/lib/lists/group-by'

type Speaker = { id: string; voice: UnnamedVoice | null }

const first = (texts: readonly string[]) => [...texts].sort()[0] ?? ''

/**
 * Puts unnamed voices of one role at one institution together: those of one day, and those that the desk keeps as one
 * source. Of the groups of one role, that of the earliest known day stands as an origin: whoever it was, somebody spoke.
 * The others may be the same person: they are undetermined. By appearance; `stands` false: undetermined.
 */
export function voiceGroups(speakers: readonly Speaker[]): Map<string, { group: string; stands: boolean }> {
  const known = speakers.flatMap(({ id, voice }) => (voice ? [{ id, voice }] : []))
  const groups = new Map<string, { group: string; stands: boolean }>()
  for (const [key, members] of groupBy(known, ({ voice }) => voice.key)) {
    const together = unionFind()
    for (const { id, voice } of members) {
      together.union(`appearance:${id}`, `source:${voice.sourceId}`)
      if (voice.day) together.union(`appearance:${id}`, `day:${voice.day}`)
    }
    const parts = [...groupBy(members, ({ id }) => together.find(`appearance:${id}`)).values()]
    const dayOf = (part: typeof members) => first(part.flatMap(({ voice }) => voice.day ?? [])) || '9999'
    const ranked = parts.sort((a, b) => {
      const [one, other] = [a, b].map((part) => `${dayOf(part)} ${first(part.map(({ id }) => id))}`)
      return (one ?? '') < (other ?? '') ? -1 : 1
    })
    for (const [rank, part] of ranked.entries())
      for (const { id } of part)
        groups.set(id, { group: `${key}:${first(part.map((each) => each.id))}`, stands: rank === 0 })
  }
  return groups
}

/**
 * An unnamed voice of an institution that is heard itself may say what the institution says: where that is an origin, they
 * are undetermined; where it is not known yet how it knows, one of them stands at most. So an answer never lowers a count.
 * Put in place after everything else; `touched`: appearances of which a person decided.
 */
export function heardInstitutions(placed: readonly GroupMember[], touched: ReadonlySet<string | null>): GroupMember[] {
  const heard = groupBy(placed, ({ resolution }) => resolution.key)
  const groups = groupBy(placed, ({ group }) => group)
  const isOrigin = (group: string) => groups.get(group)?.some(({ standing }) => standing === 'origin') ?? false
  const institutionOf = (members: readonly GroupMember[]) =>
    members.find(({ rule }) => rule === 'sameVoice')?.resolution.voice?.institution ?? null
  // Who cites the institution, and takes what its official says, adds nobody.
  const isVoice = (members: readonly GroupMember[]) =>
    members.every(
      ({ resolution: { isKnown, key }, appearance }) =>
        (!isKnown || key === institutionOf(members)) && !touched.has(appearance.id),
    )
  const standing = [...groups].filter(
    ([group, members]) => isOrigin(group) && institutionOf(members) !== null && isVoice(members),
  )
  const lowered = new Set<string>()
  for (const [institution, voices] of groupBy(standing, ([, members]) => institutionOf(members))) {
    const own = heard.get(institution) ?? []
    if (own.length === 0) continue
    const names = voices.map(([group]) => group).sort()
    const isKnown = own.some(
      ({ group, resolution }) =>
        !names.includes(group) && (isOrigin(group) || (resolution.isKnown && !resolution.isAsked)),
    )
    for (const name of isKnown ? names : names.slice(1)) lowered.add(name)
  }
  return placed.map((each): GroupMember => {
    if (!lowered.has(each.group) || each.standing !== 'origin') return each
    return { ...each, standing: 'undetermined', rule: each.rule === 'sameVoice' ? 'institution' : each.rule }
  })
}
