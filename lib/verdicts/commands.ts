import { command } from '@/lib/audit/record'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { dayInZone } from '@/lib/verdicts/as-of'
import { loadGraph } from '@/lib/verdicts/queries/claim-graph'
import { groundsKeyOf } from '@/lib/verdicts/queries/grounds'
import { currentGrounds } from '@/lib/verdicts/read-grounds'
import { recordVerdictInput } from '@/lib/verdicts/schema'

/**
 * Records one person's verdict on the claim as it stands; earlier ones stay. Answers its id and the revision that it judges.
 * `conflict` when the claim, or what stands outside of it and the verdict rests on, is not what was judged any more;
 * `invalid` for a rating, evidence or day out of place.
 */
export const recordVerdict = command('verdict:record', recordVerdictInput, async (ctx, input) => {
  const projectId = projectOf(ctx)
  // Whoever changes the claim raises its revision in this row: nothing moves between looking and writing.
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "id" = ${input.claimId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'verdict:record')
  if (claim.revision !== input.claimRevision) throw new DomainError('conflict', [{ key: 'verdict.claimChanged' }])
  // What is compared is what is kept: a change that comes later than this reading is told of as such.
  const grounds = currentGrounds(await loadGraph(ctx.tx, projectId, claim.id))
  if (input.groundsKey !== undefined && input.groundsKey !== groundsKeyOf(grounds)) {
    throw new DomainError('conflict', [{ key: 'verdict.groundsChanged' }])
  }
  const rating = await ctx.tx.rating.findFirst({ where: { id: input.ratingId, projectId } })
  const project = foundOr404(await ctx.tx.project.findUnique({ where: { id: projectId } }), 'project')
  const reliedOn = { id: { in: input.evidenceIds }, claimId: claim.id, withdrawnAt: null }
  const found = await ctx.tx.evidence.count({ where: reliedOn })
  refuseIf('invalid', [
    ...(rating ? [] : [{ key: 'verdict.ratingUnknown', path: 'ratingId' }]),
    ...(found === input.evidenceIds.length ? [] : [{ key: 'verdict.evidenceUnknown', path: 'evidenceIds' }]),
    ...(input.asOf <= dayInZone(ctx.now, project.timeZone) ? [] : [{ key: 'verdict.dayInFuture', path: 'asOf' }]),
  ])
  const verdict = await ctx.tx.verdict.create({
    data: {
      id: input.id,
      projectId,
      claimId: claim.id,
      authorId: personOf(ctx),
      ratingId: input.ratingId,
      rationale: input.rationale,
      method: input.method,
      asOf: dayToDate(input.asOf) ?? ctx.now,
      claimRevision: claim.revision,
      groundStates: grounds,
      createdAt: ctx.now,
    },
  })
  await ctx.tx.verdictEvidence.createMany({
    data: input.evidenceIds.map((evidenceId) => ({ verdictId: verdict.id, evidenceId })),
  })
  return {
    result: { id: verdict.id, claimRevision: verdict.claimRevision },
    entityId: verdict.id,
    articleId: claim.articleId,
    claimId: claim.id,
    // The log names what it rests on; how that was is kept with the verdict.
    after: {
      ...verdict,
      groundStates: grounds.map(({ state: _, ...entry }) => entry),
      asOf: input.asOf,
      ratingKey: rating?.key,
      evidenceIds: input.evidenceIds,
    },
  }
})
