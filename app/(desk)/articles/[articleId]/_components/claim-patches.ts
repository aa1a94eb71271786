import type { MarkView } from './mark-view'

// The claims of an open article: as they were when it was opened, and what has become of each since.

/** A claim as it was told last, null: gone, and the last entry of the project's history that this is sure to have taken in. */
export type Told = { since: bigint; claim: MarkView | null }
export type Patches = ReadonlyMap<string, Told>

const isSame = (one: MarkView | null | undefined, other: MarkView | null) =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other)

/**
 * What was told before stays where it is newer than what comes now: answers do not come in the order in which they were asked. A claim
 * that is as it was stays the same object.
 */
export function withTold(patches: Patches, told: readonly (readonly [string, Told])[]): Patches {
  const newer = told.flatMap(([id, { since, claim }]) => {
    const earlier = patches.get(id)
    if (earlier && earlier.since > since) return []
    return [[id, { since, claim: isSame(earlier?.claim, claim) ? (earlier?.claim ?? null) : claim }] as const]
  })
  return newer.length > 0 ? new Map([...patches, ...newer]) : patches
}

const firstOf = ({ spans }: MarkView) =>
  spans.reduce<MarkView['spans'][number] | null>(
    (first, span) =>
      !first || span.start < first.start || (span.start === first.start && span.end > first.end) ? span : first,
    null,
  )

/** As a reader meets them: by start, the wider one first; those without a passage in this version last. */
function inReadingOrder(claims: readonly MarkView[]): MarkView[] {
  return claims
    .map((claim) => ({ claim, place: firstOf(claim) }))
    .sort((a, b) => {
      if (!a.place || !b.place) return Number(!a.place) - Number(!b.place) || a.claim.number - b.claim.number
      return a.place.start - b.place.start || b.place.end - a.place.end || a.claim.number - b.claim.number
    })
    .map(({ claim }) => claim)
}

/** The claims with what was told of them after they were read (`since`), in reading order. */
export function patched(claims: readonly MarkView[], since: bigint, patches: Patches): readonly MarkView[] {
  const news = new Map([...patches].filter(([, told]) => told.since >= since))
  if (news.size === 0) return claims
  const read = new Set(claims.map(({ id }) => id))
  const kept = claims.flatMap((claim) => {
    const told = news.get(claim.id)
    if (!told || isSame(claim, told.claim)) return [claim]
    return told.claim ? [told.claim] : []
  })
  return inReadingOrder([...kept, ...[...news].flatMap(([id, { claim }]) => (claim && !read.has(id) ? [claim] : []))])
}
