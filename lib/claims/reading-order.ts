type Placed = { number: number; spans: readonly { versionId: string; start: number; end: number }[] }

/** Where a claim first stands in a version, in code points; null when it has no passage there. */
export function firstPlace(claim: Placed, versionId: string): { start: number; end: number } | null {
  let first: { start: number; end: number } | null = null
  for (const span of claim.spans) {
    if (span.versionId !== versionId) continue
    if (!first || span.start < first.start || (span.start === first.start && span.end > first.end)) first = span
  }
  return first && { start: first.start, end: first.end }
}

/** Claims as a reader of this version meets them: by start, the wider one first; those not placed in it last. */
export function inReadingOrder<Claim extends Placed>(claims: readonly Claim[], versionId: string): Claim[] {
  return claims
    .map((claim) => ({ claim, place: firstPlace(claim, versionId) }))
    .sort((a, b) => {
      if (!a.place || !b.place) return Number(!a.place) - Number(!b.place) || a.claim.number - b.claim.number
      return a.place.start - b.place.start || b.place.end - a.place.end || a.claim.number - b.claim.number
    })
    .map(({ claim }) => claim)
}
