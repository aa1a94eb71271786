import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { describeSentences, findPlaces, type SharedPlace } from '@/lib/copies/queries/find-shared-sentences'
import type { SharedSentence } from '@/lib/copies/shared-sentence'

/** Of a claim's sentences so many are described: each is compared word by word. */
const MOST = 40

async function placesOfClaim(ctx: Ctx, claimId: string): Promise<SharedPlace[]> {
  const spans = await ctx.db.span.findMany({
    where: { projectId: projectOf(ctx), claimSpan: { claimId, claim: { deletedAt: null } } },
    select: { versionId: true, start: true, end: true },
  })
  const versionIds = [...new Set(spans.map(({ versionId }) => versionId))]
  return findPlaces(ctx, versionIds, {
    where: ({ versionId, start, end }) =>
      spans.some((span) => span.versionId === versionId && span.start < end && span.end > start),
  })
}

/** Where a claim's sentence stands in other texts of the project, near-verbatim, the first of many; `one` is the claim's own text. */
export async function findSharedSentencesOfClaim(ctx: Ctx, claimId: string): Promise<SharedSentence[]> {
  authorise('project:read', ctx.actor)
  return describeSentences(ctx, (await placesOfClaim(ctx, claimId)).slice(0, MOST))
}

/** In how many other texts of the project a claim's sentence stands, near-verbatim. */
export async function countTextsSharing(ctx: Ctx, claimId: string): Promise<number> {
  authorise('project:read', ctx.actor)
  return new Set((await placesOfClaim(ctx, claimId)).map(({ other }) => other.textId)).size
}
