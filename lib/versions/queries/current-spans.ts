import type { Tx } from '@/lib/db'
import type { SpanToAnchor } from '@/lib/versions/anchor-in-text'
import type { AnchoringKind, Prisma, ReviewState } from '@/prisma/generated/client'

/** A span that is to be found in a new text: what it is, and whose. `hopId`, `attributionId`: of words of a chain. */
export type CurrentSpan = SpanToAnchor & {
  kind: AnchoringKind
  claimId: string
  /** Of the claim; null of what stays where it is quoted. */
  state: ReviewState | null
  hopId: string | null
  attributionId: string | null
  position: number
}

const words = {
  select: {
    ...{ id: true, versionId: true, start: true, end: true, exact: true, prefix: true, suffix: true },
    version: { select: { number: true, articleId: true } },
    anchorings: { select: { state: true } },
  },
} satisfies Prisma.SpanDefaultArgs

const claimParts = {
  ...{ id: true, state: true },
  spans: { orderBy: { position: 'asc' }, select: { position: true, span: words } },
  attributions: {
    select: { id: true, knowsSpan: words, hops: { select: { id: true, sourceSpan: words, cueSpan: words } } },
  },
} satisfies Prisma.ClaimSelect

type Words = Prisma.SpanGetPayload<typeof words>
type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimParts }>

const isLetGo = ({ anchorings }: Words) => anchorings.some(({ state }) => state === 'LET_GO')
const isTaken = ({ anchorings }: Words) => anchorings.some(({ state }) => state === 'TAKEN')
const placeOf = ({ id, versionId, start, end, exact, prefix, suffix }: Words): SpanToAnchor => ({
  ...{ id, versionId, start, end, exact, prefix, suffix },
})

/** The passages at which a claim stands now: on its newest text, and those of earlier ones that nobody has settled. */
function passagesOf({ id: claimId, state, spans }: ClaimRow): CurrentSpan[] {
  const newest = Math.max(0, ...spans.map(({ span }) => span.version.number))
  return spans
    .filter(({ span }) => !isLetGo(span) && !isTaken(span))
    .filter(({ span }) => span.version.number === newest || span.anchorings.length > 0)
    .map(({ span, position }) => ({
      ...{ ...placeOf(span), kind: 'PASSAGE', claimId, state, hopId: null, attributionId: null, position },
    }))
}

/** The words of a claim's chains that stand in its own article. */
function wordsOf({ id: claimId, state, attributions }: ClaimRow, articleId: string): CurrentSpan[] {
  const part = (span: Words | null, kind: AnchoringKind, attributionId: string, hopId: string | null): CurrentSpan[] =>
    span && span.version.articleId === articleId && !isLetGo(span)
      ? [{ ...placeOf(span), kind, claimId, state, hopId, attributionId, position: 0 }]
      : []
  return attributions.flatMap(({ id, hops, knowsSpan }) => [
    ...hops.flatMap((hop) => [
      ...part(hop.sourceSpan, 'SOURCE_WORDS', id, hop.id),
      ...part(hop.cueSpan, 'CUE_WORDS', id, hop.id),
    ]),
    ...part(knowsSpan, 'KNOWS_WORDS', id, null),
  ])
}

/**
 * All that stands in an article's texts now and would have to stand in a new one: passages of its claims, words of their chains, and
 * what other claims quote of it, which stays where it is quoted.
 */
export async function currentSpans(tx: Tx, projectId: string, articleId: string): Promise<CurrentSpan[]> {
  const claims = await tx.claim.findMany({
    where: { projectId, articleId, deletedAt: null },
    orderBy: { number: 'asc' },
    select: claimParts,
  })
  const quoted = await tx.evidence.findMany({
    where: { projectId, withdrawnAt: null, claim: { deletedAt: null }, span: { version: { articleId } } },
    orderBy: { id: 'asc' },
    select: { claimId: true, span: words },
  })
  const own = claims.flatMap((claim) => [...passagesOf(claim), ...wordsOf(claim, articleId)])
  const others = quoted.flatMap(({ claimId, span }): CurrentSpan[] =>
    span
      ? [{ ...placeOf(span), kind: 'EVIDENCE', claimId, state: null, hopId: null, attributionId: null, position: 0 }]
      : [],
  )
  const seen = new Set<string>()
  return [...own, ...others].filter(({ id }) => !seen.has(id) && seen.add(id))
}
