import { publishedOf } from '@/lib/articles/queries'
import { askedVoices, type KnownSource, keysOf, type MatchedChain, matchVoices } from '@/lib/attributions/match-voices'
import { type ProposedChain, proposeChains } from '@/lib/attributions/propose'
import type { ChainView } from '@/lib/attributions/queries'
import { authorise } from '@/lib/auth/permissions'
import type { ClaimView } from '@/lib/claims/queries'
import { type Ctx, projectOf } from '@/lib/context'
import { hasOneAlias } from '@/lib/sources/queries/folded-sql'
import { standsOf } from '@/lib/sources/queries/stands'
import type { SourceCandidate } from '@/lib/sources/schema'
import { runApart, task } from '@/lib/threads/run-apart'

const proposing = task('lib/attributions/propose', 'proposeChains', proposeChains)

/** The project's sources that are called so, by name, alias or role, folded; at most 200, the oldest first. */
async function listCalled(ctx: Ctx, keys: readonly string[], articleId: string | null): Promise<KnownSource[]> {
  if (keys.length === 0) return []
  const wanted = [...keys]
  return ctx.db.$queryRaw<KnownSource[]>`
    SELECT s."id", s."kind"::text AS "kind", s."name", s."role", s."aliases",
      (SELECT parent."name" FROM "Source" parent WHERE parent."id" = s."parentId") AS "parent",
      EXISTS (SELECT 1 FROM "Claim" c JOIN "Attribution" t ON t."claimId" = c."id" JOIN "Hop" h ON h."attributionId" = t."id"
        WHERE c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NULL
          AND s."id" IN (h."sourceId", h."affiliationId", h."onBehalfOfId")) AS "inArticle"
    FROM "Source" s
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."mergedIntoId" IS NULL AND s."kind" <> 'CONFIDENTIAL'
      AND (s."nameKey" = ANY(${wanted}) OR (s."role" IS NOT NULL AND name_key(s."role") = ANY(${wanted}))
        OR ${hasOneAlias(keys)})
    ORDER BY s."createdAt", s."id" LIMIT 200`
}

type Apart = Pick<SourceCandidate, 'whole' | 'article' | 'claims'> & { id: string }

/** Writes into the sources that a person is asked about what tells them apart: what each is part of, and where it stands. */
async function tellApart(ctx: Ctx, candidates: readonly SourceCandidate[]): Promise<void> {
  if (candidates.length === 0) return
  const ids = [...new Set(candidates.map(({ id }) => id))]
  const rows = await ctx.db.$queryRaw<Apart[]>`
    WITH ${standsOf(projectOf(ctx), ids)}
    SELECT s."id", count(DISTINCT c."id")::int AS "claims", (array_agg(a."title" ORDER BY c."id" DESC))[1] AS "article",
      (SELECT w."name" FROM "SourcePart" p JOIN "Source" w ON w."id" = p."wholeId"
        WHERE p."sourceId" = s."id" AND p."removedAt" IS NULL ORDER BY p."createdAt" LIMIT 1) AS "whole"
    FROM "Source" s
    LEFT JOIN stands st ON st."sourceId" = s."id"
    LEFT JOIN "Claim" c ON c."id" = st."claimId" AND c."deletedAt" IS NULL
    LEFT JOIN "Article" a ON a."id" = c."articleId"
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."id" = ANY(${ids}::uuid[])
    GROUP BY s."id"`
  const byId = new Map(rows.map(({ id, ...facts }) => [id, facts]))
  for (const candidate of candidates) Object.assign(candidate, byId.get(candidate.id))
}

/** Chains that a text suggests, with the desk's own sources where they are known. `articleId`: the text's, if it is one. */
export async function withKnownSources(
  ctx: Ctx,
  proposed: readonly ProposedChain[],
  articleId: string | null = null,
): Promise<MatchedChain[]> {
  authorise('project:read', ctx.actor)
  const matched = matchVoices(proposed, await listCalled(ctx, keysOf(proposed), articleId))
  await tellApart(
    ctx,
    matched.flatMap(askedVoices).flatMap(({ candidates }) => candidates),
  )
  return matched
}

/** Whether a claim's chain stands on words of the text that a proposal would take. */
function isTaken({ hops }: ProposedChain, chains: readonly ChainView[]): boolean {
  const places = hops.flatMap((hop) => [hop.sourceWords, hop.cueWords].filter((place) => place !== null))
  const words = chains.flatMap((chain) => chain.hops.flatMap((hop) => [hop.sourceWords, hop.cueWords]))
  return places.some(({ start, end }) => words.some((taken) => taken && taken.start < end && taken.end > start))
}

/**
 * What the article's text suggests as chains of a claim beyond those that it has, with the desk's own sources where they are
 * known. Of the text in which the claim stands last. Throws `unavailable` when that cannot be read in time.
 */
export async function listProposals(ctx: Ctx, claim: ClaimView, chains: readonly ChainView[]): Promise<MatchedChain[]> {
  authorise('project:read', ctx.actor)
  const version = await ctx.db.articleVersion.findFirst({
    where: { projectId: projectOf(ctx), articleId: claim.articleId },
    orderBy: { number: 'desc' },
    select: { id: true, text: true, article: true },
  })
  const spans = claim.spans.filter(({ versionId }) => versionId === version?.id)
  if (!version || spans.length === 0) return []
  const { language } = version.article
  const published = publishedOf(version.article)
  const places = spans.map(({ start, end }) => ({ start, end }))
  const suggested = await runApart(proposing, [version.text, language, places, published], {
    size: version.text.length,
    key: [
      version.id,
      language,
      published?.earliest,
      published?.latest,
      ...places.map(({ start, end }) => `${start}-${end}`),
    ].join(' '),
  })
  // Where no rule finds a speaker, nothing follows from it: how the text knows is for a person to say.
  return withKnownSources(
    ctx,
    suggested.filter((chain) => chain.hops.length > 0 && !isTaken(chain, chains)),
    claim.articleId,
  )
}

export type ChainBefore = { id: string; claimNumber: number; hopCount: number }

/**
 * The chain of the nearest claim before this one in its text: of several, the one whose words stand last before this claim.
 * Null when no claim before it has any.
 */
export async function findChainBefore(ctx: Ctx, claim: ClaimView): Promise<ChainBefore | null> {
  authorise('project:read', ctx.actor)
  const own = claim.spans.at(-1)
  const first = claim.spans.filter(({ versionId }) => versionId === own?.versionId).sort((a, b) => a.start - b.start)[0]
  if (!first) return null
  const nearest = await ctx.db.claimSpan.findFirst({
    where: {
      span: { versionId: first.versionId, start: { lt: first.start }, projectId: projectOf(ctx) },
      claim: { id: { not: claim.id }, articleId: claim.articleId, deletedAt: null, attributions: { some: {} } },
    },
    orderBy: { span: { start: 'desc' } },
    select: {
      claim: {
        select: {
          number: true,
          attributions: {
            orderBy: { position: 'asc' },
            select: {
              id: true,
              hops: { select: { sourceSpan: { select: { start: true } }, cueSpan: { select: { start: true } } } },
            },
          },
        },
      },
    },
  })
  if (!nearest) return null
  const placed = nearest.claim.attributions.map(({ id, hops }) => {
    const starts = hops.flatMap(({ sourceSpan, cueSpan }) => [sourceSpan?.start ?? -1, cueSpan?.start ?? -1])
    return { id, hopCount: hops.length, at: Math.max(-1, ...starts.filter((start) => start < first.start)) }
  })
  const last = placed.reduce(
    (best, each) => (each.at > best.at ? each : best),
    placed[0] ?? { id: '', hopCount: 0, at: -1 },
  )
  return last.id ? { id: last.id, hopCount: last.hopCount, claimNumber: nearest.claim.number } : null
}
