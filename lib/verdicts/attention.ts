import { differing, type FieldChange, successorsIn } from '@/lib/verdicts/differing'
import {
  GROUND_KINDS,
  type Ground,
  type GroundGroup,
  type GroundKind,
  type Grounds,
  groundGroup,
  idAndName,
} from '@/lib/verdicts/schema'

// What a verdict rests on, compared with the same taken now: pure. Nothing is stored of it: a verdict needs attention as
// long as there is a difference, and no longer once it has been undone.

/** `touched`: changed and put back. `judged`: a source's reliability. The others say what they say. */
export const CHANGES = [
  'superseded',
  'merged',
  'judged',
  'changed',
  'touched',
  'added',
  'removed',
  'withdrawn',
  'regrouped',
  'newVersion',
] as const
type What = (typeof CHANGES)[number]

/** One thing that is not what it was. `before` and `after` are null where it was not there, or its state was not kept. */
export type Change = {
  kind: GroundKind
  id: string
  what: What
  before: Ground | null
  after: Ground | null
  /** The fields that differ, where both states are known. */
  fields: FieldChange[]
}

const keyOf = ({ kind, id }: Ground) => `${kind} ${id}`
const REPLACED = ['supersededBy']
const MERGED = ['mergedInto']
/** The fields that one kind of change is about; what is merely `changed` tells of the others. */
const OWN: Partial<Record<What, readonly string[]>> = {
  superseded: REPLACED,
  merged: MERGED,
  judged: ['reliability', 'reliabilityReason'],
}

// A figure that gains a successor is superseded; losing one again is a change like any other.
function ofFigure(fields: FieldChange[]): What[] {
  const [replaced] = fields.filter(({ field }) => REPLACED.includes(field))
  const known = new Set(successorsIn(replaced?.before).map(({ id }) => id))
  const gained = successorsIn(replaced?.after).some(({ id }) => !known.has(id))
  const others = fields.some(({ field }) => !gained || !REPLACED.includes(field))
  return [...(gained ? (['superseded'] as const) : []), ...(others ? (['changed'] as const) : [])]
}

function fieldsOf(what: What, whats: readonly What[], fields: FieldChange[]): FieldChange[] {
  const own = OWN[what]
  if (own) return fields.filter(({ field }) => own.includes(field))
  return fields.filter(({ field }) => !whats.some((other) => OWN[other]?.includes(field)))
}

const has = (fields: readonly FieldChange[], names: readonly string[]) =>
  fields.some(({ field }) => names.includes(field))

function ofSource(fields: FieldChange[]): What[] {
  // A source that was merged away is not the one to look at any more.
  if (has(fields, MERGED))
    return fields.some(({ field, after }) => MERGED.includes(field) && after !== null) ? ['merged'] : []
  return [
    ...(has(fields, OWN.judged ?? []) ? (['judged'] as const) : []),
    ...(has(fields, ['name']) ? (['changed'] as const) : []),
  ]
}

// A new text in which the words stand as they did changes nothing of what they say.
function ofArticle(fields: FieldChange[], now: Ground): What[] {
  if (now.state?.isStanding === true) return []
  return [has(fields, ['latest']) ? 'newVersion' : 'changed']
}

type EntryComparison = {
  /** What became of something that is there then and now, and differs in these fields. */
  whats: (fields: FieldChange[], now: Ground) => What[]
  /** What to say of one that the verdict did not know, and of one that is not there any more; null: nothing. */
  came: What | null
  went: What | null
  /** A part of the claim itself: all that the first verdicts kept. */
  isOfClaim: boolean
}
const part: EntryComparison = { whats: () => ['changed'], came: 'added', went: 'removed', isOfClaim: true }
const outside: EntryComparison = { ...part, isOfClaim: false }
// What a source or an article was named for is told by the chain or the evidence itself.
const toldElsewhere = { came: null, went: null, isOfClaim: false }

/** How each kind of what a verdict rests on is compared with the same taken now. */
const COMPARED: Record<GroundKind, EntryComparison> = {
  claim: part,
  figure: { ...part, whats: ofFigure },
  warning: part,
  attribution: part,
  // Evidence is never deleted.
  evidence: { ...part, went: 'withdrawn' },
  source: { ...toldElsewhere, whats: ofSource },
  origins: { ...toldElsewhere, whats: () => ['regrouped'] },
  link: outside,
  articleVersion: { ...toldElsewhere, whats: ofArticle },
  reply: outside,
}

const groupsIn = (entry: Ground): GroundGroup[] => {
  const groups = entry.state?.groups
  return Array.isArray(groups) ? groups.flatMap((group) => groundGroup.safeParse(group).data ?? []) : []
}

// Who stands with whom, and as what; what an origin is called is no part of it.
export const grouping = (entry: Ground): string =>
  groupsIn(entry)
    .map(({ side, standing, accounts }) => [side, standing, ...accounts.map(({ id }) => id).sort()].join(' '))
    .sort()
    .join('\n')

function compared(then: Ground, now: Ground, idNow: (id: string) => string): Change[] {
  const { kind, id } = then
  const change = (what: What, fields: FieldChange[]): Change => ({ kind, id, what, before: then, after: now, fields })
  if (kind === 'origins') return grouping(then) === grouping(now) ? [] : [change('regrouped', [])]
  if (!then.state || !now.state) {
    const replaced = successorsIn(now.state?.supersededBy).length > 0
    return [
      // Successors are younger than the verdicts that keep no states.
      ...(replaced ? [change('superseded', differing({ supersededBy: [] }, now.state ?? {}, idNow))] : []),
      ...(then.version === now.version ? [] : [change('changed', [])]),
    ]
  }
  const fields = differing(then.state, now.state, idNow)
  const whats = fields.length === 0 ? [] : COMPARED[kind].whats(fields, now)
  return whats.map((what) => change(what, fieldsOf(what, whats, fields)))
}

/** Every difference between what a verdict rests on and the same taken now, whatever the order of the two. */
export function changesSince(then: Grounds, now: Grounds): Change[] {
  // The first verdicts kept nothing of what stands outside of the claim: of that, nothing is known to have changed.
  const isWhole = then.some(({ kind }) => kind === 'origins')
  const isKept = ({ kind }: Ground) => isWhole || COMPARED[kind].isOfClaim
  const targets = new Map(
    now.flatMap(({ kind, id, state }) => {
      const target = kind === 'source' ? idAndName.safeParse(state?.mergedInto).data : undefined
      return target ? [[id, target.id] as const] : []
    }),
  )
  const idNow = (id: string) => targets.get(id) ?? id
  const [before, after] = [then, now].map((side) => new Map(side.filter(isKept).map((each) => [keyOf(each), each])))
  const lone = (entry: Ground, side: 'came' | 'went'): Change[] => {
    const what = COMPARED[entry.kind][side]
    const [was, is] = side === 'came' ? [null, entry] : [entry, null]
    return what ? [{ kind: entry.kind, id: entry.id, what, before: was, after: is, fields: [] }] : []
  }
  const changes = [
    ...[...(before ?? [])].flatMap(([key, entry]) => {
      const present = after?.get(key)
      return present ? compared(entry, present, idNow) : lone(entry, 'went')
    }),
    ...[...(after ?? [])].flatMap(([key, entry]) => (before?.has(key) ? [] : lone(entry, 'came'))),
  ]
  const rank = ({ kind, what }: Change) => GROUND_KINDS.indexOf(kind) * CHANGES.length + CHANGES.indexOf(what)
  return changes.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

/** Why a verdict needs attention; empty: it does not. A claim that was changed and put back is said to be `touched`. */
export function attentionOf(
  verdict: { claimId: string; claimRevision: number; grounds: Grounds },
  claim: { revision: number; grounds: Grounds },
): Change[] {
  const changes = changesSince(verdict.grounds, claim.grounds)
  if (changes.length > 0 || verdict.claimRevision === claim.revision) return changes
  const entry = claim.grounds.find(({ kind }) => kind === 'claim') ?? null
  return [{ kind: 'claim', id: verdict.claimId, what: 'touched', before: entry, after: entry, fields: [] }]
}

export type ChangeCount = { kind: GroundKind; what: What; count: number }

/** How often each kind of change is there, in the order of the changes: for one line. */
export function countChanges(changes: readonly Pick<Change, 'kind' | 'what'>[]): ChangeCount[] {
  const counts = new Map<string, ChangeCount>()
  for (const { kind, what } of changes) {
    const found = counts.get(`${kind} ${what}`)
    if (found) found.count += 1
    else counts.set(`${kind} ${what}`, { kind, what, count: 1 })
  }
  return [...counts.values()]
}
