import { command } from '@/lib/audit/record'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { loadClaimSaidOf, loadCountedClaim } from '@/lib/independence/commands/pool-access'
import { loadPools } from '@/lib/independence/queries/pool'
import { type DecideOriginInput, decideOriginInput, takeBackDecisionInput } from '@/lib/independence/schema'

/** Throws `not-found` for what is no appearance of the claim's pool; only who contradicts can be said to be concerned, and once. */
async function findAppearances(ctx: TxCtx, { claimId, kind, appearanceId, otherId }: DecideOriginInput) {
  const pool = (await loadPools(ctx.tx, projectOf(ctx), [claimId])).get(claimId)
  const sides = new Map(pool?.appearances.map(({ appearance }) => [appearance.id, appearance.side]))
  for (const id of [appearanceId, otherId]) foundOr404(id === null || sides.has(id) ? true : null, 'appearance')
  if (kind !== 'CONCERNED') return
  const isMarked = pool?.decisions.some((made) => made.kind === kind && made.appearanceId === appearanceId)
  refuseIf('refused', [
    ...(sides.get(appearanceId) === 'contradicts' ? [] : [{ key: 'origins.notAgainst' }]),
    ...(isMarked ? [{ key: 'origins.concernedAlready' }] : []),
  ])
}

/** Decides that two appearances have one origin, that one has an origin of its own, or that one is the denial of the one concerned: above all rules, until taken back. */
export const decideOrigin = command('origins:decide', decideOriginInput, async (ctx, input) => {
  const claim = await loadCountedClaim(ctx, input.claimId, 'origins:decide')
  await findAppearances(ctx, input)
  const { id, kind, appearanceId, otherId, reason } = input
  const after = await ctx.tx.originDecision.create({
    data: {
      ...{ id, projectId: projectOf(ctx), claimId: claim.id, kind, appearanceId, otherAppearanceId: otherId, reason },
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
