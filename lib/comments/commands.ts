import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { addCommentInput } from '@/lib/comments/schema'
import { personOf, projectOf } from '@/lib/context'

/** A remark on a claim, in any state: talking never waits for the review. */
export const addComment = command('comment:add', addCommentInput, async (ctx, input) => {
  const { claim, facts } = await loadClaim(ctx, input.claimId)
  authorise('comment:add', facts)
  const comment = await ctx.tx.comment.create({
    data: {
      id: input.id,
      projectId: projectOf(ctx),
      claimId: claim.id,
      authorId: personOf(ctx),
      body: input.body,
      createdAt: ctx.now,
    },
  })
  return {
    result: { id: comment.id },
    entityId: comment.id,
    claimId: claim.id,
    articleId: claim.articleId,
    after: comment,
  }
})
