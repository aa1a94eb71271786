import { type GroupMember, isCounted, standingOf } from '@/lib/independence/placed'

/** What a person decided; `otherId` null: an origin of its own. `at`: ISO 8601. */
export type Decision = {
  id: string
  kind: 'SAME' | 'DIFFERENT'
  appearanceId: string
  otherId: string | null
  at: string
}

const adds = ({ standing }: GroupMember) => isCounted(standing)

/** Two appearances of one origin: their groups become one; of a circle or a round-up, only the appearance itself comes. */
function join(placed: readonly GroupMember[], one: GroupMember, other: GroupMember): GroupMember[] {
  const [from, to] = adds(other) || !adds(one) ? [one, other] : [other, one]
  return placed.map((each) => {
    const comes = adds(from) ? each.group === from.group : each === from
    return comes ? { ...each, group: to.group, rule: each === from ? ('decided' as const) : each.rule } : each
  })
}

/** The appearance leaves its group and is an origin of its own. */
const part = (placed: readonly GroupMember[], one: GroupMember): GroupMember[] =>
  placed.map((each) =>
    each === one ? { ...each, group: `decided:${each.appearance.id}`, standing: 'origin', rule: 'decided' } : each,
  )

/** The appearance counts as an origin where it stands: nobody leaves its group, whatever else is known of that. */
const promote = (placed: readonly GroupMember[], one: GroupMember): GroupMember[] =>
  placed.map((each) => (each === one ? { ...each, standing: 'origin', rule: 'decided' } : each))

const identityOf = ({ resolution: { key, voice } }: GroupMember) => key ?? voice?.sourceId ?? null

/** Sources that were merged after the decision are one: it told apart what is no longer two. */
function isDropped(placed: readonly GroupMember[], one: GroupMember, decision: Decision): boolean {
  const identity = identityOf(one)
  const mergedAt = one.resolution.origin?.mergedAt
  if (identity === null || !mergedAt || mergedAt <= decision.at) return false
  return placed.some(
    (each) =>
      each !== one && identityOf(each) === identity && (!decision.otherId || each.appearance.id === decision.otherId),
  )
}

/** Applies decisions in the order of their times; those about appearances that are not here have no effect. */
export function decideGroups(rulesSay: readonly GroupMember[], decisions: readonly Decision[]) {
  let placed = [...rulesSay]
  const dropped: string[] = []
  const done: { decisionId: string; appearanceId: string }[] = []
  const inTime = [...decisions].sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
  for (const decision of inTime) {
    const find = (id: string | null) => placed.find(({ appearance }) => appearance.id === id)
    const [one, other] = [find(decision.appearanceId), find(decision.otherId)]
    if (!one || (decision.otherId && !other)) continue
    const isOrigin = standingOf(placed.filter(({ group }) => group === one.group)) === 'origin'
    if (decision.kind === 'SAME') {
      if (other && one.group !== other.group) placed = join(placed, one, other)
    } else if (isDropped(placed, one, decision)) {
      dropped.push(decision.id)
      continue
    } else if (!other || one.group === other.group || !adds(one)) placed = part(placed, one)
    else if (!isOrigin) placed = promote(placed, one)
    done.push({ decisionId: decision.id, appearanceId: one.appearance.id })
  }
  const effects = done.map(({ decisionId, appearanceId }) => ({
    decisionId,
    group: placed.find(({ appearance }) => appearance.id === appearanceId)?.group ?? '',
  }))
  return { placed, dropped, effects }
}
