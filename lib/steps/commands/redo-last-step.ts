import { command, type Done } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { claimState, undoing } from '@/lib/claims/claim-state'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { refuseIfJudged } from '@/lib/claims/commands/delete-claim'
import { loadedState, writeClaim } from '@/lib/claims/commands/write-claim'
import { redoClaimInput } from '@/lib/claims/schema'
import type { TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { takeBack } from '@/lib/steps/commands/take-back'
import { isOwnEntity, MARK_STEPS, type OwnStepKind, stepKind } from '@/lib/steps/own-step'
import { findStepToRedo } from '@/lib/steps/queries/own-steps'
import type { AuditEntry } from '@/prisma/generated/client'

/** `id`: the claim; null where several are given the same. */
type RedoneStep = { id: string | null; redone: OwnStepKind; deleted: boolean; version?: number }

/** Somebody else's step on the claim since the undoing stands, and is named. */
async function refuseIfOthersChanged(ctx: TxCtx, step: AuditEntry) {
  const later = await ctx.tx.auditEntry.findFirst({
    where: {
      ...{ projectId: step.projectId, entityId: step.entityId, sequence: { gt: step.sequence }, undone: null },
      ...{ actorId: { not: step.actorId }, action: { in: [...MARK_STEPS, 'claim:redo'] } },
    },
    orderBy: { sequence: 'desc' },
    include: { actor: { select: { name: true } } },
  })
  if (later)
    throw new DomainError('refused', [{ key: 'claim.changedSince', values: { name: later.actor?.name ?? '?' } }])
}

/**
 * Does again what the actor undid last in an article, as a new step that can itself be undone. Refused when they have done something
 * else since, when somebody else has changed the claim, or while it is locked.
 */
export const redoLastStep = command('claim:redo', redoClaimInput, async (ctx, input): Promise<Done<RedoneStep>> => {
  authorise('claim:undo', ctx.actor)
  const step = await findStepToRedo(ctx, ctx.tx, input.articleId)
  if (!step) throw new DomainError('refused', [{ key: 'claim.nothingToRedo' }])
  if (isOwnEntity(step.entity)) {
    const { kind, ...done } = await takeBack(ctx, step, step.entity, true)
    return { ...done, result: { id: done.claimId, redone: kind, deleted: false }, undoesId: step.id }
  }
  await refuseIfOthersChanged(ctx, step)
  const [taken, left] = [claimState.parse(step.before), claimState.parse(step.after)]
  const { claim } = await loadClaimToChange(ctx, step.entityId, 'claim:edit', { deleted: left.deleted })
  const again = undoing(taken, left)
  if (again.deleted) await refuseIfJudged(ctx, claim.id)
  // A new text of the article brought the claim new passages, or it was put back by another way.
  const others = Object.keys(undoing(loadedState(claim), left))
  refuseIf('refused', others.length > 0 ? [{ key: 'claim.newTextSince' }] : [])
  const written = await writeClaim(ctx, claim, claim.version, again)
  return {
    result: {
      id: claim.id,
      redone: stepKind(left, taken),
      deleted: written.after.deleted,
      version: written.after.version,
    },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    ...written,
    undoesId: step.id,
  }
})
