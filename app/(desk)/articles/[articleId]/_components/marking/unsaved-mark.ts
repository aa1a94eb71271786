import type { MarkView } from '@/lib/review/mark-view'

const startOf = (claim: MarkView) => claim.spans[0]?.start ?? Number.POSITIVE_INFINITY

/** The claims with a mark that the server does not know yet, at its place in reading order. */
export function withUnsaved(claims: readonly MarkView[], unsaved: MarkView | null): readonly MarkView[] {
  if (!unsaved || claims.some((claim) => claim.id === unsaved.id)) return claims
  const at = claims.findIndex((claim) => startOf(claim) > startOf(unsaved))
  return at < 0 ? [...claims, unsaved] : claims.toSpliced(at, 0, unsaved)
}
