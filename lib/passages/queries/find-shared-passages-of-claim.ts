import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { findPassages } from '@/lib/passages/queries/find-passages'
import type { SharedPassage } from '@/lib/passages/shared-passage'

/** Where a claim's passage stands in other texts of the project, near-verbatim; `one` is the claim's own text. */
export async function findSharedPassagesOfClaim(ctx: Ctx, claimId: string): Promise<SharedPassage[]> {
  authorise('project:read', ctx.actor)
  const spans = await ctx.db.span.findMany({
    where: { projectId: projectOf(ctx), claimSpan: { claimId, claim: { deletedAt: null } } },
    select: { versionId: true, start: true, end: true },
  })
  const versionIds = [...new Set(spans.map(({ versionId }) => versionId))]
  return findPassages(ctx, versionIds, {
    where: ({ versionId, start, end }) =>
      spans.some((span) => span.versionId === versionId && span.start < end && span.end > start),
  })
}
