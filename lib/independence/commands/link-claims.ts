import { command } from '@/lib/audit/record'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { loadCountedClaims } from '@/lib/independence/commands/pool-access'
import { linkDoubts } from '@/lib/independence/link-doubts'
import { poolMembers } from '@/lib/independence/queries/claim-rows'
import { linkFacts } from '@/lib/independence/queries/link-facts'
import { linkClaimsInput, unlinkClaimsInput } from '@/lib/independence/schema'

/** Two people who link the same two claims at once make one link: both wait for the claims' rows, in one order. */
async function refuseIfLinked(ctx: TxCtx, oneId: string, otherId: string) {
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "id" IN (${oneId}::uuid, ${otherId}::uuid) ORDER BY "id" FOR UPDATE`
  const found = await ctx.tx.claimLink.count({ where: { projectId: projectOf(ctx), oneId, otherId, removedAt: null } })
  refuseIf('refused', found > 0 ? [{ key: 'claim.linkedAlready' }] : [])
}

/** What speaks against counting the two together, those among it that are counted with either of them already. */
async function doubtsOf(ctx: TxCtx, oneId: string, otherId: string) {
  const pools = await poolMembers(ctx.tx, projectOf(ctx), [oneId, otherId])
  const facts = await linkFacts(ctx.tx, projectOf(ctx), [...new Set([...pools.values()].flat())])
  const factsOf = (id: string) => (pools.get(id) ?? []).flatMap((member) => facts.get(member) ?? [])
  return linkDoubts(factsOf(oneId), factsOf(otherId))
}

/**
 * Says that two claims of different articles say the same: their appearances are counted together, and each keeps its own
 * verdict. Whoever works on either may link them; where their figures, numbers, categories or what is checked of them differ, or those
 * of claims that are counted with them, only after having been told so.
 */
export const linkClaims = command('claim:link', linkClaimsInput, async (ctx, input) => {
  const [claim, linked] = await loadCountedClaims(ctx, [input.oneId, input.otherId], 'claim:link')
  refuseIf('refused', claim.articleId === linked.articleId ? [{ key: 'claim.linkSameArticle' }] : [])
  const [oneId = '', otherId = ''] = [claim.id, linked.id].sort()
  await refuseIfLinked(ctx, oneId, otherId)
  const doubts = await doubtsOf(ctx, claim.id, linked.id)
  refuseIf('refused', input.confirmed ? [] : doubts)
  const { id, reason } = input
  const link = await ctx.tx.claimLink.create({
    data: { id, projectId: projectOf(ctx), oneId, otherId, reason, createdById: personOf(ctx), createdAt: ctx.now },
  })
  const after = { ...link, despite: doubts.map(({ key, values }) => ({ key, values: values ?? {} })) }
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId: claim.id, after, reason }
})

/** Takes a link back: each claim is counted by itself again. `conflict` when it was taken back already. */
export const unlinkClaims = command('claim:unlink', unlinkClaimsInput, async (ctx, { id, reason }) => {
  const where = { id, projectId: projectOf(ctx) }
  const before = foundOr404(await ctx.tx.claimLink.findFirst({ where }), 'claimLink')
  const [claim] = await loadCountedClaims(ctx, [before.oneId, before.otherId], 'claim:unlink')
  const [after] = await ctx.tx.claimLink.updateManyAndReturn({
    where: { ...where, removedAt: null },
    data: { removedAt: ctx.now, removedById: personOf(ctx) },
  })
  if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return { result: { id }, entityId: id, articleId: claim.articleId, claimId: claim.id, before, after, reason }
})
