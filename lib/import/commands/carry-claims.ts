import { LOCKED_STATES } from '@/lib/claims/lock'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { TextRange } from '@/lib/text/code-points'
import { spanAt } from '@/lib/text/span'

/**
 * Marks the claims of one version on the next one, where their passages stand there exactly. A claim under review
 * stands still, and what moved or went is never attached elsewhere by itself: those spans stay on the old text.
 * Revisions stay as they are, since what a claim quotes is the same. `places`: where the spans stand in the next text, as
 * was found before the transaction; `conflict` when a passage came in since. Answers which were carried, and which stayed.
 */
export async function carryClaims(
  ctx: TxCtx,
  fromVersionId: string,
  to: { id: string; text: string },
  places: ReadonlyMap<string, TextRange | null>,
) {
  const projectId = projectOf(ctx)
  // Locked, so that no claim enters review between reading its state and adding to its spans; in the order in which others wait.
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "deletedAt" IS NULL
      AND "articleId" = (SELECT "articleId" FROM "ArticleVersion" WHERE "id" = ${fromVersionId}::uuid)
    ORDER BY "id" FOR UPDATE`
  const marks = await ctx.tx.claimSpan.findMany({
    where: { span: { versionId: fromVersionId, projectId }, claim: { deletedAt: null } },
    include: { span: true, claim: { select: { state: true, _count: { select: { spans: true } } } } },
    orderBy: [{ claimId: 'asc' }, { position: 'asc' }],
  })
  const carried: { claimId: string; from: string; to: string }[] = []
  const stayed: { claimId: string; spanId: string; why: 'locked' | 'notExact' }[] = []
  const spans = []
  const claimSpans = []
  for (const { claimId, span, claim, position } of marks) {
    const locked = LOCKED_STATES.includes(claim.state)
    const sought = places.get(span.id)
    if (!locked && sought === undefined) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    const place = locked ? null : sought
    const found = place && spanAt(to.text, place.start, place.end)
    if (!found?.ok) {
      stayed.push({ claimId, spanId: span.id, why: locked ? 'locked' : 'notExact' })
      continue
    }
    const id = newId()
    spans.push({ id, projectId, versionId: to.id, ...found.span })
    claimSpans.push({ claimId, spanId: id, position: claim._count.spans + position })
    carried.push({ claimId, from: span.id, to: id })
  }
  await ctx.tx.span.createMany({ data: spans })
  await ctx.tx.claimSpan.createMany({ data: claimSpans })
  return { carried, stayed }
}
