import { firstOf, inOrderOf } from '@/lib/claims/reading-order'
import type { MarkView } from '@/lib/review/mark-view'

// The claims of an open article: as they were when it was opened, and what has become of each since.

/** A claim as it was told last, null: gone, and the last entry of the project's history that this is sure to have taken in. */
export type ClaimPatch = { since: bigint; claim: MarkView | null }
export type ClaimPatches = ReadonlyMap<string, ClaimPatch>

const isSame = (one: MarkView | null | undefined, other: MarkView | null) =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other)

/**
 * What was told before stays where it is newer than what comes now: answers do not come in the order in which they were asked. A claim
 * that is as it was stays the same object.
 */
export function withTold(patches: ClaimPatches, told: readonly (readonly [string, ClaimPatch])[]): ClaimPatches {
  const newer = told.flatMap(([id, { since, claim }]) => {
    const earlier = patches.get(id)
    if (earlier && earlier.since > since) return []
    return [[id, { since, claim: isSame(earlier?.claim, claim) ? (earlier?.claim ?? null) : claim }] as const]
  })
  return newer.length > 0 ? new Map([...patches, ...newer]) : patches
}

/** The claims with what was told of them after they were read (`since`), in reading order. */
export function patched(claims: readonly MarkView[], since: bigint, patches: ClaimPatches): readonly MarkView[] {
  const news = new Map([...patches].filter(([, told]) => told.since >= since))
  if (news.size === 0) return claims
  const read = new Set(claims.map(({ id }) => id))
  const kept = claims.flatMap((claim) => {
    const told = news.get(claim.id)
    if (!told || isSame(claim, told.claim)) return [claim]
    return told.claim ? [told.claim] : []
  })
  const fresh = [...news].flatMap(([id, { claim }]) => (claim && !read.has(id) ? [claim] : []))
  return inOrderOf([...kept, ...fresh], ({ spans }) => firstOf(spans))
}
