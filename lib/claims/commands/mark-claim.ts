import { addSpans } from '@/lib/articles/commands/add-spans'
import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { stateOf } from '@/lib/claims/claim-state'
import { markingRefusals } from '@/lib/claims/mark-refusals'
import { markClaimInput } from '@/lib/claims/schema'
import { personOf, projectOf } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'

/** Marks a claim on passages of an article. Answers its id and its number within the article. */
export const markClaim = command('claim:mark', markClaimInput, async (ctx, input) => {
  authorise('claim:mark', ctx.actor)
  const projectId = projectOf(ctx)
  // The article's row is locked, so that two people who mark at once get two numbers.
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Article" WHERE "id" = ${input.articleId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`
  const article = foundOr404(
    await ctx.tx.article.findFirst({
      where: { id: input.articleId, projectId },
    }),
    'article',
  )
  refuseIf('refused', markingRefusals(article))
  const { articleId, spans } = await addSpans(ctx, input.versionId, input.spans)
  refuseIf('invalid', articleId === input.articleId ? [] : [{ key: 'span.otherArticle' }])
  const last = await ctx.tx.claim.aggregate({
    where: { articleId },
    _max: { number: true },
  })
  const claim = await ctx.tx.claim.create({
    data: {
      id: input.id,
      projectId,
      articleId,
      number: (last._max.number ?? 0) + 1,
      category: input.category,
      checked: input.checked,
      wording: input.wording,
      tags: input.tags,
      markedById: personOf(ctx),
      createdAt: ctx.now,
      stateSince: ctx.now,
    },
  })
  await ctx.tx.claimSpan.createMany({
    data: spans.map((span, position) => ({
      claimId: claim.id,
      spanId: span.id,
      position,
    })),
  })
  return {
    result: { id: claim.id, number: claim.number, version: claim.version },
    entityId: claim.id,
    articleId,
    claimId: claim.id,
    after: stateOf(claim, spans),
  }
})
