import type { TextRange } from '@/lib/text/code-points'

type ClaimWithSpans = { number: number; spans: readonly (TextRange & { versionId: string })[] }

/** The place that a reader meets first, of two that begin together the wider one; null when there is none. */
export function firstOf(places: readonly TextRange[]): TextRange | null {
  let first: TextRange | null = null
  for (const place of places)
    if (!first || place.start < first.start || (place.start === first.start && place.end > first.end)) first = place
  return first && { start: first.start, end: first.end }
}

/** Where a claim first stands in a version, in code points; null when it has no passage there. */
export const firstPlace = ({ spans }: ClaimWithSpans, versionId: string): TextRange | null =>
  firstOf(spans.filter((span) => span.versionId === versionId))

/** Claims as a reader meets them by these places: by start, the wider one first; those without a place last, by number. */
export function inOrderOf<Claim extends { number: number }>(
  claims: readonly Claim[],
  placeOf: (claim: Claim) => TextRange | null,
): Claim[] {
  return claims
    .map((claim) => ({ claim, place: placeOf(claim) }))
    .sort((a, b) => {
      if (!a.place || !b.place) return Number(!a.place) - Number(!b.place) || a.claim.number - b.claim.number
      return a.place.start - b.place.start || b.place.end - a.place.end || a.claim.number - b.claim.number
    })
    .map(({ claim }) => claim)
}

/** Claims as a reader of this version meets them: by start, the wider one first; those not placed in it last. */
export const inReadingOrder = <Claim extends ClaimWithSpans>(claims: readonly Claim[], versionId: string): Claim[] =>
  inOrderOf(claims, (claim) => firstPlace(claim, versionId))
