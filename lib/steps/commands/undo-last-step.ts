import { command, type Done } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { claimState, sameWords, undoing } from '@/lib/claims/claim-state'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { refuseIfJudged } from '@/lib/claims/commands/delete-claim'
import { loadedState, writeClaim } from '@/lib/claims/commands/write-claim'
import { undoClaimInput } from '@/lib/claims/schema'
import type { TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { takeBack } from '@/lib/steps/commands/take-back'
import { isOwnEntity, MARK_STEPS, OWN_STEPS, type OwnStepKind, stepKind } from '@/lib/steps/own-step'
import { findStepToUndo } from '@/lib/steps/queries/own-steps'
import type { AuditEntry } from '@/prisma/generated/client'

/** `id`: the claim; null where several had been given the same. */
type UndoneStep = { id: string | null; undone: OwnStepKind; deleted: boolean; version?: number }

const UNDOABLE = [...MARK_STEPS, 'claim:redo']

/** What was done to the claim after the step and still stands: undone steps and the undoing of them cancel out. */
async function refuseIfChangedSince(ctx: TxCtx, step: AuditEntry, takesAway: boolean) {
  // A mark is not taken away beneath work of others that no version tells of: an assignment, evidence, a comment.
  const others = { actorId: { not: step.actorId }, action: { not: 'claim:undo' } }
  const ownOnIt = { actorId: step.actorId, action: { in: [...OWN_STEPS, 'claim:redo'] } }
  const later = await ctx.tx.auditEntry.findFirst({
    where: {
      projectId: step.projectId,
      claimId: step.claimId,
      sequence: { gt: step.sequence },
      undone: null,
      OR: [{ action: { in: UNDOABLE }, entityId: step.entityId }, ...(takesAway ? [others, ownOnIt] : [])],
    },
    orderBy: { sequence: 'desc' },
    include: { actor: { select: { name: true } } },
  })
  if (!later) return
  if (later.actorId === step.actorId) throw new DomainError('refused', [{ key: 'claim.laterStep' }])
  throw new DomainError('refused', [{ key: 'claim.changedSince', values: { name: later.actor?.name ?? '?' } }])
}

/**
 * Undoes the actor's own last step in an article that still stands; or their last on one claim, or one named event.
 * Refused when somebody else has changed the claim since, or while it is locked.
 */
export const undoLastStep = command('claim:undo', undoClaimInput, async (ctx, input): Promise<Done<UndoneStep>> => {
  authorise('claim:undo', ctx.actor)
  const step = await findStepToUndo(ctx, ctx.tx, input)
  if (!step) throw new DomainError('refused', [{ key: 'claim.nothingToUndo' }])
  if (isOwnEntity(step.entity)) {
    const { kind, ...done } = await takeBack(ctx, step, step.entity, false)
    return { ...done, result: { id: done.claimId, undone: kind, deleted: false }, undoesId: step.id }
  }
  const [before, after] = [step.before === null ? null : claimState.parse(step.before), claimState.parse(step.after)]
  // Undoing a mark that was made again takes it away once more.
  const takesAway = step.action === 'claim:mark' || (step.action === 'claim:redo' && before?.deleted === true)
  await refuseIfChangedSince(ctx, step, takesAway)
  const past = before ? undoing(before, after) : { deleted: true }
  const { claim } = await loadClaimToChange(ctx, step.entityId, 'claim:edit', {
    deleted: after.deleted,
  })
  if (past.deleted) await refuseIfJudged(ctx, claim.id)
  // A new text of the article brought the claim new passages: they would go with the step's.
  const hasMoved = past.spans !== undefined && !sameWords(loadedState(claim), after)
  refuseIf('refused', hasMoved ? [{ key: 'claim.newTextSince' }] : [])
  const written = await writeClaim(ctx, claim, claim.version, past)
  const undone = step.action === 'claim:restoreDeleted' ? 'restoreDeleted' : stepKind(before, after)
  return {
    result: { id: claim.id, undone, deleted: written.after.deleted, version: written.after.version },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    ...written,
    undoesId: step.id,
  }
})
