import { command } from '@/lib/audit/record'
import { loadClaimToChange } from '@/lib/claims/commands/claim-access'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { dayToDate } from '@/lib/fields'
import { dayInZone } from '@/lib/verdicts/as-of'
import { type RestsOn, recordVerdictInput } from '@/lib/verdicts/schema'

/** The versions of everything about the claim, as the verdict finds them. */
async function foundations(ctx: TxCtx, claimId: string): Promise<RestsOn> {
  const of = { where: { claimId }, select: { id: true, version: true }, orderBy: { id: 'asc' } } as const
  const claim = await ctx.tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { id: true, version: true } })
  const figures = await ctx.tx.figure.findMany(of)
  const warnings = await ctx.tx.warning.findMany(of)
  const attributions = await ctx.tx.attribution.findMany(of)
  const evidence = await ctx.tx.evidence.findMany({ ...of, where: { claimId, withdrawnAt: null } })
  return [
    { kind: 'claim' as const, ...claim },
    ...figures.map((each) => ({ kind: 'figure' as const, ...each })),
    ...warnings.map((each) => ({ kind: 'warning' as const, ...each })),
    ...attributions.map((each) => ({ kind: 'attribution' as const, ...each })),
    ...evidence.map((each) => ({ kind: 'evidence' as const, ...each })),
  ]
}

/**
 * Records one person's verdict on the claim as it stands; earlier ones stay. Answers its id and the revision that it judges.
 * `conflict` when the claim is not the one that was judged any more, `invalid` for a rating, evidence or day out of place.
 */
export const recordVerdict = command('verdict:record', recordVerdictInput, async (ctx, input) => {
  const projectId = projectOf(ctx)
  // Whoever changes the claim raises its revision in this row: nothing moves between looking and writing.
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "Claim" WHERE "id" = ${input.claimId}::uuid AND "projectId" = ${projectId}::uuid FOR UPDATE`
  const { claim } = await loadClaimToChange(ctx, input.claimId, 'verdict:record')
  if (claim.revision !== input.claimRevision) throw new DomainError('conflict', [{ key: 'verdict.claimChanged' }])
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
      restsOn: await foundations(ctx, claim.id),
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
    after: { ...verdict, asOf: input.asOf, ratingKey: rating?.key, evidenceIds: input.evidenceIds },
  }
})
