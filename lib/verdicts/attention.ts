import { differing, type FieldChange, successorsIn } from '@/lib/verdicts/differing'
import {
  named,
  RESTING_KINDS,
  type RestingEntry,
  type RestingGroup,
  type RestingKind,
  type RestsOn,
  restingGroup,
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
export type What = (typeof CHANGES)[number]

/** One thing that is not what it was. `before` and `after` are null where it was not there, or its state was not kept. */
export type Change = {
  kind: RestingKind
  id: string
  what: What
  before: RestingEntry | null
  after: RestingEntry | null
  /** The fields that differ, where both states are known. */
  fields: FieldChange[]
}

const keyOf = ({ kind, id }: RestingEntry) => `${kind} ${id}`
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

/** What became of something that is there then and now. */
function whatsOf(kind: RestingKind, fields: FieldChange[]): What[] {
  const has = (names: readonly string[]) => fields.some(({ field }) => names.includes(field))
  if (fields.length === 0) return []
  if (kind === 'figure') return ofFigure(fields)
  if (kind === 'articleVersion') return has(['latest']) ? ['newVersion'] : ['changed']
  if (kind !== 'source') return ['changed']
  // A source that was merged away is not the one to look at any more.
  if (has(MERGED)) return fields.some(({ field, after }) => MERGED.includes(field) && after !== null) ? ['merged'] : []
  return [...(has(OWN.judged ?? []) ? (['judged'] as const) : []), ...(has(['name']) ? (['changed'] as const) : [])]
}

const groupsIn = (entry: RestingEntry): RestingGroup[] => {
  const groups = entry.state?.groups
  return Array.isArray(groups) ? groups.flatMap((group) => restingGroup.safeParse(group).data ?? []) : []
}

// Who stands with whom, and as what; what an origin is called is no part of it.
export const grouping = (entry: RestingEntry): string =>
  groupsIn(entry)
    .map(({ side, standing, accounts }) => [side, standing, ...accounts.map(({ id }) => id).sort()].join(' '))
    .sort()
    .join('\n')

function compared(then: RestingEntry, now: RestingEntry, idNow: (id: string) => string): Change[] {
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
  const whats = whatsOf(kind, fields)
  return whats.map((what) => change(what, fieldsOf(what, whats, fields)))
}

// Evidence is never deleted. What a source or an article was named for is told by the chain or the evidence itself.
const COMES_AND_GOES = (kind: RestingKind) => kind !== 'source' && kind !== 'articleVersion' && kind !== 'origins'
const OF_THE_CLAIM: readonly RestingKind[] = ['claim', 'figure', 'warning', 'attribution', 'evidence']

/** Every difference between what a verdict rests on and the same taken now, whatever the order of the two. */
export function changesSince(then: RestsOn, now: RestsOn): Change[] {
  // The first verdicts kept nothing of what stands outside of the claim: of that, nothing is known to have changed.
  const isWhole = then.some(({ kind }) => kind === 'origins')
  const isKept = ({ kind }: RestingEntry) => isWhole || OF_THE_CLAIM.includes(kind)
  const targets = new Map(
    now.flatMap(({ kind, id, state }) => {
      const target = kind === 'source' ? named.safeParse(state?.mergedInto).data : undefined
      return target ? [[id, target.id] as const] : []
    }),
  )
  const idNow = (id: string) => targets.get(id) ?? id
  const [before, after] = [then, now].map((side) => new Map(side.filter(isKept).map((each) => [keyOf(each), each])))
  const lone = (entry: RestingEntry, what: What): Change[] =>
    COMES_AND_GOES(entry.kind)
      ? [
          {
            ...{ kind: entry.kind, id: entry.id, what, fields: [] },
            ...(what === 'added' ? { before: null, after: entry } : { before: entry, after: null }),
          },
        ]
      : []
  const changes = [
    ...[...(before ?? [])].flatMap(([key, entry]) => {
      const present = after?.get(key)
      if (present) return compared(entry, present, idNow)
      return lone(entry, entry.kind === 'evidence' ? 'withdrawn' : 'removed')
    }),
    ...[...(after ?? [])].flatMap(([key, entry]) => (before?.has(key) ? [] : lone(entry, 'added'))),
  ]
  const rank = ({ kind, what }: Change) => RESTING_KINDS.indexOf(kind) * CHANGES.length + CHANGES.indexOf(what)
  return changes.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

/** Why a verdict needs attention; empty: it does not. A claim that was changed and put back is said to be `touched`. */
export function attentionOf(
  verdict: { claimId: string; claimRevision: number; restsOn: RestsOn },
  claim: { revision: number; foundations: RestsOn },
): Change[] {
  const changes = changesSince(verdict.restsOn, claim.foundations)
  if (changes.length > 0 || verdict.claimRevision === claim.revision) return changes
  const entry = claim.foundations.find(({ kind }) => kind === 'claim') ?? null
  return [{ kind: 'claim', id: verdict.claimId, what: 'touched', before: entry, after: entry, fields: [] }]
}

export type ChangeCount = { kind: RestingKind; what: What; count: number }

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
