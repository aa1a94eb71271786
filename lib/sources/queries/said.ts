import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded, countUpTo } from '@/lib/database/bounded-count'
import { pagesOf } from '@/lib/database/pages'
import { foundOr404 } from '@/lib/errors'
import { clockFrom, saidOn, worldDateFrom } from '@/lib/fields'
import { groupBy } from '@/lib/lists/group-by'
import { standsOf } from '@/lib/sources/queries/stands'
import type { Stand } from '@/lib/sources/stands'
import { Prisma, type SpeechAct } from '@/prisma/generated/client'

const SAID_PER_PAGE = 20

const named = { select: { id: true, kind: true, name: true } } satisfies Prisma.SourceDefaultArgs
const voice = {
  select: { ...named.select, role: true, parent: { select: { name: true } } },
} satisfies Prisma.SourceDefaultArgs
const chain = {
  id: true,
  claimId: true,
  evidence: { select: { id: true, claimId: true } },
  hops: {
    orderBy: { position: 'asc' },
    include: { source: voice, affiliation: named, onBehalfOf: named },
  },
} satisfies Prisma.AttributionSelect
const rating = { select: { id: true, key: true, labelFr: true, labelEn: true, value: true, colour: true } } as const

type SaidChainRow = Prisma.AttributionGetPayload<{ select: typeof chain }>

const chainOf = ({ id, evidence, hops }: SaidChainRow) => ({
  id,
  ofEvidence: evidence !== null,
  hops: hops.map((hop) => ({
    ...{ position: hop.position, speechAct: hop.speechAct, source: hop.source },
    ...{ affiliation: hop.affiliation, onBehalfOf: hop.onBehalfOf },
    said: saidOn(hop),
  })),
})

/**
 * A page of 20 of the claims in whose chains or evidence a source stands, those marked last first; `place` keeps to one
 * place. Each with where the source stands, the chains through which, and the latest verdict.
 */
export async function listSaid(ctx: Ctx, sourceId: string, { page = 1, place = null as Stand | null } = {}) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const rows = await ctx.db.$queryRaw<{ claimId: string; places: Stand[]; chains: string[]; total: number }[]>`
    WITH ${standsOf(projectId, [sourceId])}
    SELECT c."id" AS "claimId", array_agg(DISTINCT st."place") AS "places",
      array_remove(array_agg(DISTINCT st."attributionId"::text), NULL) AS "chains", count(*) OVER ()::int AS "total"
    FROM stands st JOIN "Claim" c ON c."id" = st."claimId" AND c."deletedAt" IS NULL
    WHERE ${place === null ? Prisma.sql`TRUE` : Prisma.sql`st."place" = ${place}`}
    GROUP BY c."id" ORDER BY c."id" DESC
    LIMIT ${SAID_PER_PAGE} OFFSET ${(page - 1) * SAID_PER_PAGE}`
  const [claims, chains] = await Promise.all([
    ctx.db.claim.findMany({
      where: { projectId, id: { in: rows.map(({ claimId }) => claimId) } },
      select: {
        ...{ id: true, number: true, wording: true, state: true, approvedVerdictId: true },
        article: { select: { id: true, title: true } },
        verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, select: { id: true, rating } },
      },
    }),
    ctx.db.attribution.findMany({
      where: { projectId, id: { in: rows.flatMap((row) => row.chains) } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: chain,
    }),
  ])
  const chainsOf = groupBy(chains, (row) => row.claimId ?? row.evidence?.claimId ?? '')
  const said = rows.map(({ claimId, places }) => {
    const { verdicts, approvedVerdictId, ...claim } = foundOr404(
      claims.find(({ id }) => id === claimId),
      'claim',
    )
    const verdict = verdicts[0]
    return {
      ...claim,
      places,
      chains: (chainsOf.get(claimId) ?? []).map(chainOf),
      verdict: verdict ? { rating: verdict.rating, isApproved: verdict.id === approvedVerdictId } : null,
    }
  })
  const total = rows[0]?.total ?? 0
  const goesOn = page * SAID_PER_PAGE < total
  // All places of one source are read for its page, so that all pages of them have numbers.
  const limit = Number.POSITIVE_INFINITY
  return { said, total, ...pagesOf({ page }, bounded(total, limit), SAID_PER_PAGE, { last: undefined, goesOn, limit }) }
}

export type SaidClaim = Awaited<ReturnType<typeof listSaid>>['said'][number]

type FareRow = { ratingId: string | null; approved: boolean; claims: number }

/**
 * How the claims fared that articles have from a source, as their origin or a relay, whole chains of `asserting` speech
 * acts alone (which acts assert is for `attributions` to say): how many claims have which rating, approved or not, and
 * how many have no verdict. An approved verdict counts before a later one that is not.
 */
export async function getFares(ctx: Ctx, sourceId: string, asserting: readonly SpeechAct[]) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const [rows, ratings] = await Promise.all([
    ctx.db.$queryRaw<FareRow[]>`
      WITH ${standsOf(projectId, [sourceId])}, asserted AS (
        SELECT DISTINCT st."claimId" FROM stands st
        WHERE st."ofArticle" AND st."place" IN ('ORIGIN', 'RELAY') AND NOT EXISTS (
          SELECT 1 FROM "Hop" h WHERE h."attributionId" = st."attributionId" AND h."speechAct"::text <> ALL(${[...asserting]}))
      )
      SELECT v."ratingId", c."approvedVerdictId" IS NOT NULL AS "approved", count(*)::int AS "claims"
      FROM asserted JOIN "Claim" c ON c."id" = asserted."claimId" AND c."deletedAt" IS NULL
      LEFT JOIN LATERAL (
        SELECT "ratingId" FROM "Verdict" WHERE "claimId" = c."id"
        ORDER BY ("id" = c."approvedVerdictId") DESC NULLS LAST, "createdAt" DESC, "id" DESC LIMIT 1
      ) v ON TRUE
      GROUP BY 1, 2`,
    ctx.db.rating.findMany({ where: { projectId }, orderBy: { position: 'asc' }, ...rating }),
  ])
  const ofRatings = (approved: boolean) =>
    ratings.flatMap((each) => {
      const claims = rows.find((row) => row.ratingId === each.id && row.approved === approved)?.claims ?? 0
      return claims > 0 ? [{ rating: each, claims }] : []
    })
  return {
    approved: ofRatings(true),
    notApproved: ofRatings(false),
    withoutVerdict: rows.filter((row) => row.ratingId === null).reduce((sum, row) => sum + row.claims, 0),
    total: rows.reduce((sum, row) => sum + row.claims, 0),
  }
}

export type Fares = Awaited<ReturnType<typeof getFares>>

const MOST_WARNINGS = 50

/** The warnings that a source issued, or on whose behalf they were; 50 at most, the latest claims first. */
export async function listWarningsOfSource(ctx: Ctx, sourceId: string) {
  authorise('project:read', ctx.actor)
  const where = {
    projectId: projectOf(ctx),
    claim: { deletedAt: null },
    OR: [{ issuerId: sourceId }, { onBehalfOfId: sourceId }],
  }
  const [total, rows] = await Promise.all([
    countUpTo((take) => ctx.db.warning.count({ where, take })),
    ctx.db.warning.findMany({
      where,
      orderBy: { claimId: 'desc' },
      take: MOST_WARNINGS,
      select: {
        ...{ id: true, audience: true, outcome: true, messageType: true },
        ...{ sentVerbatim: true, sentEarliest: true, sentLatest: true, sentPrecision: true },
        ...{ sentFrom: true, sentUntil: true, sentZone: true },
        claim: { select: { id: true, wording: true, articleId: true } },
      },
    }),
  ])
  const warnings = rows.map(({ id, audience, outcome, messageType, claim, ...sent }) => ({
    ...{ id, audience, outcome, messageType, claim },
    sent: worldDateFrom(
      sent.sentVerbatim,
      sent.sentEarliest,
      sent.sentLatest,
      sent.sentPrecision,
      clockFrom(sent.sentFrom, sent.sentUntil, sent.sentZone),
    ),
  }))
  return { total, warnings }
}
