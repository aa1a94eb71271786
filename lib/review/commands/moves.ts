import type { z } from 'zod'
import type { AuditAction } from '@/lib/audit/entries'
import { command } from '@/lib/audit/record'
import { loadClaim } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { notify } from '@/lib/notices/commands'
import { type LoadedClaim, NO_APPROVAL, refuseMove, writeState } from '@/lib/review/commands/review-facts'
import { moveInput, reasonInput, returnInput } from '@/lib/review/schema'
import { standingFacts } from '@/lib/review/standing'
import type { ReviewAction } from '@/lib/review/workflow'
import { loadGraph } from '@/lib/verdicts/queries/claim-graph'
import type { Prisma } from '@/prisma/generated/client'

type MoveInput = { id: string; reason?: string; comment?: string }
type Extra = {
  data?: Prisma.ClaimUncheckedUpdateManyInput
  /** What else the move does, after the state is written. */
  also?: (ctx: TxCtx, loaded: LoadedClaim) => Promise<void>
}

// Moves whose needs the table can judge from what stands in the database. Approving has a file of its own.
const move = <Schema extends z.ZodType<MoveInput>>(
  name: AuditAction,
  action: ReviewAction,
  schema: Schema,
  extra: (input: z.output<Schema>) => Extra = () => ({}),
) =>
  command(name, schema, async (ctx, input) => {
    const loaded = await loadClaim(ctx, input.id)
    const { claim } = loaded
    const graph = await loadGraph(ctx.tx, claim.projectId, claim.id)
    refuseMove(action, {
      ...standingFacts(graph, ctx.actor),
      hasReason: Boolean(input.reason),
      hasComment: Boolean(input.comment),
    })
    const { data, also } = extra(input)
    const state = await writeState(ctx, claim, action, data)
    await also?.(ctx, loaded)
    return {
      result: { id: claim.id, state },
      entityId: claim.id,
      claimId: claim.id,
      articleId: claim.articleId,
      before: { state: claim.state, approvedVerdictId: claim.approvedVerdictId },
      after: { state },
      reason: input.reason ?? input.comment ?? null,
    }
  })

const tellAssignee = (kind: 'RETURNED' | 'REOPENED') => async (ctx: TxCtx, loaded: LoadedClaim) =>
  notify(ctx, kind, loaded.claim.id, [loaded.assignment?.assigneeId ?? null])

export const startChecking = move('claim:start', 'start', moveInput)
export const withdrawClaim = move('claim:withdraw', 'withdraw', moveInput)

export const submitClaim = move('claim:submit', 'submit', moveInput, () => ({
  also: async (ctx, { claim, assignment }) => {
    await notify(ctx, 'SUBMITTED', claim.id, [assignment?.reviewerId ?? assignment?.assignedById ?? null])
  },
}))

export const returnClaim = move('claim:return', 'return', returnInput, (input) => ({
  also: async (ctx, loaded) => {
    await ctx.tx.comment.create({
      data: {
        id: input.commentId,
        projectId: projectOf(ctx),
        claimId: loaded.claim.id,
        authorId: personOf(ctx),
        kind: 'RETURN',
        body: input.comment,
        createdAt: ctx.now,
      },
    })
    await tellAssignee('RETURNED')(ctx, loaded)
  },
}))

export const reopenClaim = move('claim:reopen', 'reopen', reasonInput, () => ({
  data: NO_APPROVAL,
  also: tellAssignee('REOPENED'),
}))

export const dropClaim = move('claim:drop', 'drop', reasonInput, () => ({
  data: NO_APPROVAL,
  also: async (ctx, { claim, assignment }) => {
    await ctx.tx.assignment.updateMany({ where: { claimId: claim.id, endedAt: null }, data: { endedAt: ctx.now } })
    await notify(ctx, 'UNASSIGNED', claim.id, [assignment?.assigneeId ?? null])
  },
}))

export const restoreClaim = move('claim:restore', 'restore', reasonInput)
