import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import type { CurrentSpan } from '@/lib/versions/queries/current-spans'

const belongings = {
  ...{ id: true, exact: true, versionId: true, start: true, end: true, prefix: true, suffix: true },
  claimSpan: { select: { claimId: true, position: true } },
  sourceWordsOf: { select: { id: true, attributionId: true } },
  cueWordsOf: { select: { id: true, attributionId: true } },
  knowsOf: { select: { id: true } },
} as const

/** The row with its spans and what they belong to, within the actor's project. `not-found`. */
const loadRow = async (ctx: TxCtx, id: string) =>
  foundOr404(
    await ctx.tx.anchoring.findFirst({
      // What is quoted elsewhere stays as it is quoted, and is nobody's to settle.
      where: { id, projectId: projectOf(ctx), kind: { not: 'EVIDENCE' } },
      include: { span: { select: belongings }, takenSpan: { select: belongings } },
    }),
    'anchoring',
  )

export type AnchoringRow = Awaited<ReturnType<typeof loadRow>>
type Belonging = NonNullable<AnchoringRow['takenSpan']>

/** The words as what they are of: a passage of the claim, or words of a hop or of an answer; null where they are that no more. */
export function belongingOf({ kind, claimId }: AnchoringRow, span: Belonging): CurrentSpan | null {
  const { id, versionId, start, end, exact, prefix, suffix, claimSpan } = span
  const of = { id, versionId, start, end, exact, prefix, suffix, kind, claimId, state: null, position: 0 }
  if (kind === 'PASSAGE')
    return claimSpan?.claimId === claimId ? { ...of, hopId: null, attributionId: null, ...pick(claimSpan) } : null
  if (kind === 'KNOWS_WORDS') {
    const [chain] = span.knowsOf
    return chain ? { ...of, hopId: null, attributionId: chain.id } : null
  }
  const [hop] = kind === 'SOURCE_WORDS' ? span.sourceWordsOf : span.cueWordsOf
  return hop ? { ...of, hopId: hop.id, attributionId: hop.attributionId } : null
}

const pick = ({ position }: { position: number }) => ({ position })

/**
 * The row, to settle it or take that back: authorised, of a claim that may change, and of the article's newest text. The claim is held.
 * `conflict` where a newer text has come.
 */
export async function loadAnchoring(ctx: TxCtx, id: string) {
  const { claimId, kind } = await loadRow(ctx, id)
  const { claim } = await loadClaimToChange(ctx, claimId, kind === 'PASSAGE' ? 'claim:move' : 'attribution:save')
  // Read again, now that nobody else can settle it.
  const row = await loadRow(ctx, id)
  const latest = await ctx.tx.articleVersion.findFirst({
    where: { articleId: row.articleId, projectId: row.projectId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  if (latest?.id !== row.versionId) throw new DomainError('conflict', [{ key: 'article.newerText' }])
  return { row, claim }
}
