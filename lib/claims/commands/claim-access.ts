import { authorise, type Permission } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import { lockRefusals } from '@/lib/claims/lock'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'

const inForce = { where: { endedAt: null }, take: 1 }

/**
 * Holds these claims until the transaction's end, in one order: whoever gives one to somebody else meanwhile waits, or came first and
 * then the former assignee is one no more.
 */
export async function holdClaims(ctx: TxCtx, ids: readonly string[]): Promise<void> {
  await ctx.tx.$queryRaw`SELECT 1 FROM "Claim"
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND "projectId" = ${projectOf(ctx)}::uuid ORDER BY "id" FOR NO KEY UPDATE`
}

/**
 * The claim within the actor's project, with its spans and the assignment in force. `not-found` otherwise. It is held until the
 * transaction's end, unless somebody only looks.
 */
export async function loadClaim(ctx: TxCtx, id: string, { deleted = false, held = true } = {}) {
  if (held) await holdClaims(ctx, [id])
  const claim = foundOr404(
    await ctx.tx.claim.findFirst({
      where: { id, projectId: projectOf(ctx), deletedAt: deleted ? { not: null } : null },
      include: {
        assignments: inForce,
        article: { select: { archivedAt: true } },
        spans: { include: { span: true }, orderBy: { position: 'asc' } },
      },
    }),
    'claim',
  )
  const assignment = claim.assignments[0] ?? null
  const facts = claimFacts(ctx.actor, claim, assignment)
  return { claim, assignment, facts }
}

/** Loads a claim to change something that a verdict rests on: authorises, and refuses while it is locked. */
export async function loadClaimToChange(
  ctx: TxCtx,
  id: string,
  permission: Permission,
  options?: { deleted?: boolean },
) {
  const loaded = await loadClaim(ctx, id, options)
  authorise(permission, loaded.facts)
  refuseIf('refused', lockRefusals(loaded.claim.state, loaded.claim.article.archivedAt))
  return loaded
}

/** Raises the claim's revision. Call it in every command that changes what a verdict rests on. Returns the new one. */
export async function raiseRevision(ctx: TxCtx, claim: { id: string; state: string }): Promise<number> {
  const raised = await ctx.tx.claim.updateManyAndReturn({
    where: {
      id: claim.id,
      deletedAt: null,
      state: { notIn: ['IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DROPPED'] },
    },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  })
  if (!raised[0]) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return raised[0].revision
}
