import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { claimPairs } from '@/lib/copies/claim-pairs'
import { findSharedSentencesOfClaim } from '@/lib/copies/queries/find-shared-sentences-of-claim'
import type { Tx } from '@/lib/db'
import { foundOr404 } from '@/lib/errors'
import { claimId as parseClaimId } from '@/lib/ids'
import { type LinkSuggestion, linkSuggestions } from '@/lib/independence/link-suggestions'
import { poolMembers } from '@/lib/independence/queries/claim-rows'
import { linkFacts } from '@/lib/independence/queries/link-facts'

// How many are looked at, however large the project: of each hint the newest claims that have it, of each event the newest figures.
const OF_A_HINT = 40
const OF_AN_EVENT = 100
const LOOKED_AT = 80

type Hinted = { claimId: string; shared: string[] }

/** The claims of other articles with whose wording this one's has most in common. Bounded by its own hints. */
async function hinted(tx: Tx, projectId: string, claimId: string): Promise<Hinted[]> {
  return tx.$queryRaw<Hinted[]>`
    SELECT near."claimId", array_agg(own."hint" ORDER BY own."hint") AS shared
    FROM "ClaimHint" own
    JOIN LATERAL (
      SELECT h."claimId" FROM "ClaimHint" h
      WHERE h."projectId" = own."projectId" AND h."hint" = own."hint"
      ORDER BY h."claimId" DESC LIMIT ${OF_A_HINT}
    ) near ON near."claimId" <> own."claimId"
    WHERE own."projectId" = ${projectId}::uuid AND own."claimId" = ${claimId}::uuid
    GROUP BY near."claimId" HAVING count(*) > 1
    ORDER BY count(*) DESC, near."claimId" DESC LIMIT ${LOOKED_AT}`
}

/** The claims whose figures are of the same event and measure, the newest first. */
async function ofEvents(tx: Tx, projectId: string, claimId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ claimId: string }[]>`
    SELECT DISTINCT other."claimId" FROM "Figure" own
    JOIN LATERAL (
      SELECT f."claimId" FROM "Figure" f
      WHERE f."projectId" = own."projectId" AND f."eventId" = own."eventId" AND f."measure" = own."measure"
      ORDER BY f."id" DESC LIMIT ${OF_AN_EVENT}
    ) other ON other."claimId" <> own."claimId"
    WHERE own."projectId" = ${projectId}::uuid AND own."claimId" = ${claimId}::uuid
    LIMIT ${LOOKED_AT}`
  return rows.map((row) => row.claimId)
}

/** The claims that stand on the same words of a sentence which the texts share. */
async function onSharedWords(ctx: Ctx, claimId: string): Promise<string[]> {
  const passages = await findSharedSentencesOfClaim(ctx, claimId)
  return passages.flatMap(({ one, other }) =>
    claimPairs(one, other).flatMap((pair) => (pair.one.id === claimId ? [pair.other.id] : [])),
  )
}

/** Those among these claims that can be linked: in use, and of another article. */
async function linkable(tx: Tx, projectId: string, ids: readonly string[], articleId: string) {
  const rows = await tx.claim.findMany({
    where: {
      ...{ projectId, id: { in: [...ids] }, deletedAt: null, state: { not: 'DROPPED' } },
      ...{ articleId: { not: articleId }, article: { archivedAt: null } },
    },
    select: { id: true, _count: { select: { hints: true } } },
  })
  return new Map(rows.map((row) => [row.id, row._count.hints]))
}

/**
 * Claims of other articles that may say the same as this one, each with its reasons; those that are counted with it already are left
 * out. What is looked at does not grow with the project. Throws `not-found`.
 */
export async function suggestLinks(ctx: Ctx, claimId: string): Promise<LinkSuggestion[]> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const id = foundOr404(parseClaimId.safeParse(claimId).data, 'claim')
  const mine = foundOr404((await linkFacts(ctx.db, projectId, [id])).get(id), 'claim')
  const [near, events, words, pools, hints] = await Promise.all([
    hinted(ctx.db, projectId, id),
    ofEvents(ctx.db, projectId, id),
    onSharedWords(ctx, id),
    poolMembers(ctx.db, projectId, [id]),
    ctx.db.claimHint.count({ where: { projectId, claimId: id } }),
  ])
  const counted = new Set(pools.get(id))
  const found = [...new Set([...words, ...events, ...near.map((each) => each.claimId)])].filter(
    (each) => !counted.has(each),
  )
  const hintsOf = await linkable(ctx.db, projectId, found, mine.articleId)
  const facts = await linkFacts(ctx.db, projectId, [...hintsOf.keys()])
  const sharedOf = new Map(near.map((each) => [each.claimId, each.shared]))
  const candidates = [...facts.values()].map((claim) => ({
    ...claim,
    sharesWords: words.includes(claim.id),
    shared: sharedOf.get(claim.id) ?? [],
    hints: hintsOf.get(claim.id) ?? 0,
  }))
  return linkSuggestions({ ...mine, hints }, candidates)
}
