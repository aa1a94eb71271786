import { command } from '@/lib/audit/record'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { loadClaimSaidOf, loadCountedClaim } from '@/lib/independence/commands/pool-access'
import { loadPools } from '@/lib/independence/queries/pool'
import { decideOriginInput, takeBackDecisionInput } from '@/lib/independence/schema'

async function findAccounts(ctx: TxCtx, claimId: string, ids: readonly (string | null)[]) {
  const pool = (await loadPools(ctx.tx, projectOf(ctx), [claimId])).get(claimId)
  const known = new Set(pool?.accounts.map(({ account }) => account.id))
  for (const id of ids) foundOr404(id === null || known.has(id) ? true : null, 'account')
}

/** Decides that two accounts have one origin, or that one has an origin of its own: above all rules, until taken back. */
export const decideOrigin = command('origins:decide', decideOriginInput, async (ctx, input) => {
  const claim = await loadCountedClaim(ctx, input.claimId, 'origins:decide')
  await findAccounts(ctx, claim.id, [input.accountId, input.otherId])
  const { id, kind, accountId, otherId, reason } = input
  const after = await ctx.tx.originDecision.create({
    data: {
      ...{ id, projectId: projectOf(ctx), claimId: claim.id, kind, accountId, otherAccountId: otherId, reason },
      ...{ createdById: personOf(ctx), createdAt: ctx.now },
    },
  })
  return {
    result: { id },
    entityId: id,
    articleId: claim.articleId,
    claimId: claim.id,
    after,
    reason,
  }
})

/** Takes a decision back: the rules say again what they said without it. `conflict` when it was taken back already. */
export const takeBackDecision = command('origins:takeBack', takeBackDecisionInput, async (ctx, { id, reason }) => {
  const where = { id, projectId: projectOf(ctx) }
  const before = foundOr404(await ctx.tx.originDecision.findFirst({ where }), 'decision')
  const claim = await loadClaimSaidOf(ctx, before.claimId, 'origins:takeBack')
  const [after] = await ctx.tx.originDecision.updateManyAndReturn({
    where: { ...where, takenBackAt: null },
    data: { takenBackAt: ctx.now, takenBackById: personOf(ctx) },
  })
  if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId: claim.id, before, after, reason }
})
