import type { Change } from '@/lib/verdicts/attention'
import { successorsIn } from '@/lib/verdicts/differing'
import { type Ground, type GroundValue, idAndName } from '@/lib/verdicts/schema'

/** One line of a comparison: `field` names what is compared, in both states. */
export type ChangeRow = { field: string; before: GroundValue | undefined; after: GroundValue | undefined }

/** The field by which a thing is known, of what its state holds. */
const TELLING: Record<Change['kind'], readonly string[]> = {
  claim: ['wording'],
  figure: ['verbatim'],
  warning: ['audience', 'threatActor', 'instruction', 'refersTo'],
  attribution: ['hops'],
  evidence: ['quote', 'note', 'source', 'url'],
  source: ['name'],
  origins: ['groups'],
  link: ['claim'],
  articleVersion: ['article'],
  reply: ['answer', 'source'],
}

const tellingField = ({ kind, state }: Ground): string | null =>
  TELLING[kind].find((field) => state?.[field] !== null && state?.[field] !== undefined) ?? null

/** What a change is called by, of the state that knows it; null where none was kept. */
export function nameOf({ kind, before, after }: Change): string | null {
  const entry = before?.state ? before : after
  const field = entry && tellingField(entry)
  const value = field ? entry?.state?.[field] : null
  if (typeof value === 'string') return value
  return kind === 'attribution' || kind === 'origins' ? null : (idAndName.safeParse(value).data?.name ?? null)
}

/** The lines of a change: the fields that differ, or the thing whole where it came, went or was regrouped. */
export function rowsOf(change: Change): ChangeRow[] {
  const { what, before, after, fields } = change
  if (what === 'touched') return []
  if (what === 'superseded') {
    const words = fields.flatMap((field) => successorsIn(field.after)).map(({ name }) => name)
    return [{ field: 'verbatim', before: after?.state?.verbatim, after: words.join(' · ') }]
  }
  if (what === 'merged') return [{ field: 'name', before: before?.state?.name, after: fields[0]?.after }]
  if (fields.length > 0) return fields
  const field = (before && tellingField(before)) ?? (after && tellingField(after))
  return field ? [{ field, before: before?.state?.[field], after: after?.state?.[field] }] : []
}

/** Where the change is to be seen, as an address. */
export function placeOf({ kind, id, before, after }: Change, claimHref: (tab: string) => string): string | null {
  const state = after?.state ?? before?.state
  if (kind === 'source') return `/sources/${idAndName.safeParse(state?.mergedInto).data?.id ?? id}`
  if (kind === 'articleVersion') return `/articles/${id}`
  if (kind === 'link') {
    const claim = idAndName.safeParse(state?.claim).data
    return claim && typeof state?.articleId === 'string' ? `/articles/${state.articleId}?claim=${claim.id}` : null
  }
  if (kind === 'origins') return null
  return claimHref(kind === 'attribution' || kind === 'evidence' ? kind : 'claim')
}
