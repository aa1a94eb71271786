import { command } from '@/lib/audit/record'
import { authorise, holds } from '@/lib/auth/permissions'
import { roleNow } from '@/lib/auth/queries/actor-now'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { notify } from '@/lib/notices/commands'
import { refuseMove, writeState } from '@/lib/review/commands/review-facts'
import { assignClaimInput, planClaimInput } from '@/lib/review/schema'

/** True for a member of the project in force whose role may check claims; they stay one until the claim is theirs. */
const mayCheck = async (ctx: TxCtx, userId: string): Promise<boolean> =>
  holds([['checker']], { role: await roleNow(ctx.tx, projectOf(ctx), userId) })

async function reviewerRefusals(ctx: TxCtx, assigneeId: string, reviewerId: string | null) {
  if (reviewerId === null) return []
  if (reviewerId === assigneeId) return [{ key: 'review.reviewerIsAssignee', path: 'reviewerId' }]
  return (await mayCheck(ctx, reviewerId)) ? [] : [{ key: 'review.reviewerNotActive', path: 'reviewerId' }]
}

/** Ends the assignment that the actor saw in force; loses to whoever gave the claim to somebody else meanwhile. */
async function endAssignment(ctx: TxCtx, id: string) {
  const { count } = await ctx.tx.assignment.updateMany({ where: { id, endedAt: null }, data: { endedAt: ctx.now } })
  if (count === 0) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
}

const assignmentOf = (ctx: TxCtx, claimId: string) =>
  ctx.tx.assignment.findFirst({ where: { claimId, endedAt: null, claim: { projectId: projectOf(ctx) } } })

/** The claim to give to somebody; loses to whoever gave it to somebody else while this waited. */
async function loadToAssign(ctx: TxCtx, claimId: string) {
  const seen = await assignmentOf(ctx, claimId)
  const loaded = await loadClaim(ctx, claimId)
  if (loaded.assignment?.id !== seen?.id) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return loaded
}

/** Gives an open claim to a checker, takes one, or gives it to somebody else. Tells everyone concerned. */
export const assignClaim = command('claim:assign', assignClaimInput, async (ctx, input) => {
  const { claim, assignment, facts } = await loadToAssign(ctx, input.id)
  const isSelf = input.assigneeId === ctx.actor.userId
  const takes = claim.state === 'OPEN' && isSelf && !holds([['editor']], facts)
  const action = assignment ? 'reassign' : takes ? 'take' : 'assign'
  refuseMove(action, {
    ...facts,
    state: claim.state,
    isArchived: claim.article.archivedAt !== null,
    assigneeIsActive: await mayCheck(ctx, input.assigneeId),
    takesWorkFromSomeone: assignment !== null && assignment.assigneeId !== input.assigneeId,
    hasReason: input.reason !== null,
  })
  // Who reviews and by when is an editor's to say, also of a claim that a checker takes.
  if (action === 'take' && (input.reviewerId || input.dueOn)) authorise('claim:plan', facts)
  refuseIf('refused', await reviewerRefusals(ctx, input.assigneeId, input.reviewerId))
  const state = await writeState(ctx, claim, action)
  if (assignment) await endAssignment(ctx, assignment.id)
  const made = await ctx.tx.assignment.create({
    data: {
      id: input.assignmentId,
      claimId: claim.id,
      assigneeId: input.assigneeId,
      reviewerId: input.reviewerId,
      dueOn: dayToDate(input.dueOn),
      assignedById: personOf(ctx),
      reason: input.reason,
      createdAt: ctx.now,
    },
  })
  await notify(ctx, 'ASSIGNED', claim.id, [input.assigneeId])
  if (assignment && assignment.assigneeId !== input.assigneeId) {
    await notify(ctx, 'UNASSIGNED', claim.id, [assignment.assigneeId])
  }
  return {
    result: { id: claim.id, state },
    entityId: claim.id,
    claimId: claim.id,
    articleId: claim.articleId,
    before: { state: claim.state, assignment },
    after: { state, assignment: made },
    reason: input.reason,
  }
})

/** Sets who reviews and by when; the claim stays where it is. */
export const planClaim = command('claim:plan', planClaimInput, async (ctx, input) => {
  const { claim, assignment, facts } = await loadClaim(ctx, input.id)
  authorise('claim:plan', facts)
  refuseIf('refused', claim.article.archivedAt ? [{ key: 'article.archived' }] : [])
  const before = foundOr404(assignment, 'assignment')
  refuseIf('refused', await reviewerRefusals(ctx, before.assigneeId, input.reviewerId))
  const [after] = await ctx.tx.assignment.updateManyAndReturn({
    where: { id: before.id, endedAt: null },
    data: { reviewerId: input.reviewerId, dueOn: dayToDate(input.dueOn) },
  })
  if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  if (claim.state === 'IN_REVIEW' && after.reviewerId !== before.reviewerId) {
    await notify(ctx, 'REVIEW_ASKED', claim.id, [after.reviewerId])
  }
  return {
    result: { id: claim.id },
    entityId: claim.id,
    claimId: claim.id,
    articleId: claim.articleId,
    before: { assignment: before },
    after: { assignment: after },
  }
})
