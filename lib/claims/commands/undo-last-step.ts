import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { claimState, sameWords, undoing } from '@/lib/claims/claim-state'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { refuseIfJudged } from '@/lib/claims/commands/delete-claim'
import { loadedState, writeClaim } from '@/lib/claims/commands/write-claim'
import { undoClaimInput } from '@/lib/claims/schema'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import type { AuditEntry } from '@/prisma/generated/client'

const UNDOABLE = ['claim:mark', 'claim:edit', 'claim:move', 'claim:delete', 'claim:restoreDeleted']

/** What was done to the claim after the step and still stands: undone steps and the undoing of them cancel out. */
async function refuseIfChangedSince(ctx: TxCtx, step: AuditEntry) {
  // A mark is not taken away beneath work of others that no version tells of: an assignment, evidence, a comment.
  const others = { actorId: { not: step.actorId }, action: { not: 'claim:undo' } }
  const later = await ctx.tx.auditEntry.findFirst({
    where: {
      projectId: step.projectId,
      claimId: step.claimId,
      sequence: { gt: step.sequence },
      undone: null,
      OR: [{ action: { in: UNDOABLE } }, ...(step.action === 'claim:mark' ? [others] : [])],
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
export const undoLastStep = command('claim:undo', undoClaimInput, async (ctx, input) => {
  authorise('claim:undo', ctx.actor)
  const step = await ctx.tx.auditEntry.findFirst({
    where: {
      projectId: projectOf(ctx),
      articleId: input.articleId,
      actorId: personOf(ctx),
      action: { in: UNDOABLE },
      undone: null,
      ...(input.claimId ? { claimId: input.claimId } : {}),
      ...(input.entryId ? { id: input.entryId } : {}),
    },
    orderBy: { sequence: 'desc' },
  })
  if (!step) throw new DomainError('refused', [{ key: 'claim.nothingToUndo' }])
  await refuseIfChangedSince(ctx, step)
  const after = claimState.parse(step.after)
  const past = step.before === null ? { deleted: true } : undoing(claimState.parse(step.before), after)
  const { claim } = await loadClaimToChange(ctx, step.entityId, 'claim:edit', {
    deleted: step.action === 'claim:delete',
  })
  if (past.deleted) await refuseIfJudged(ctx, claim.id)
  // A new text of the article brought the claim new passages: they would go with the step's.
  const hasMoved = past.spans !== undefined && !sameWords(loadedState(claim), after)
  refuseIf('refused', hasMoved ? [{ key: 'claim.newTextSince' }] : [])
  const written = await writeClaim(ctx, claim, claim.version, past)
  return {
    result: { id: claim.id, undone: step.action, deleted: written.after.deleted, version: written.after.version },
    entityId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    ...written,
    undoesId: step.id,
  }
})
