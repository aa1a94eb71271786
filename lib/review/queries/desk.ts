import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise, holds } from '@/lib/auth/permissions'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import { type BoundedCount, bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { dateToDay } from '@/lib/fields'
import { type ChangeCount, countChanges } from '@/lib/verdicts/attention'
import { listAttention } from '@/lib/verdicts/queries/attention'
import { Prisma, type ReviewState } from '@/prisma/generated/client'

const DAY = 24 * 60 * 60 * 1000
/** Work that has not moved for so many days is stuck. */
const STUCK_AFTER_DAYS = 7
const MOST = 50

const row = {
  id: true,
  number: true,
  wording: true,
  category: true,
  checked: true,
  state: true,
  stateSince: true,
  articleId: true,
  article: { select: { title: true } },
  assignments: {
    where: { endedAt: null },
    take: 1,
    select: {
      dueOn: true,
      assignee: { select: { id: true, name: true } },
      reviewer: { select: { id: true, name: true } },
    },
  },
} satisfies Prisma.ClaimSelect

type DeskClaimRow = Prisma.ClaimGetPayload<{ select: typeof row }>

const toDeskClaim = ({ assignments, article, ...claim }: DeskClaimRow) => ({
  ...claim,
  articleTitle: article.title,
  assignee: assignments[0]?.assignee ?? null,
  reviewer: assignments[0]?.reviewer ?? null,
  dueOn: dateToDay(assignments[0]?.dueOn ?? null),
})
/** `changes`: what the verdict that it stands by must be looked at for. */
export type DeskClaim = ReturnType<typeof toDeskClaim> & { changes?: ChangeCount[] }

// Those with a date first, the earliest first: what has none can wait.
const byDueDate = (a: DeskClaim, b: DeskClaim) =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.stateSince.getTime() - b.stateSince.getTime()

type DeskListIds = { ids: string[] } & BoundedCount

/**
 * Claims in these states, those longest in theirs first, up to `limit` in each: of the newest none is looked at once so many are found. An
 * index has them in this order; what else is asked of a claim is looked up claim by claim, never gathered from the whole project.
 */
async function findClaims(
  ctx: Ctx,
  states: readonly ReviewState[],
  { from, where }: DeskListQuery,
  limit: number,
): Promise<DeskListIds> {
  const ofState = (state: ReviewState) => Prisma.sql`
    (SELECT c."id", c."stateSince" FROM ${from}
    WHERE c."projectId" = ${projectOf(ctx)}::uuid AND c."deletedAt" IS NULL AND c."state" = ${state}::"ReviewState" AND ${where}
      AND (SELECT a."archivedAt" IS NULL FROM "Article" a WHERE a."id" = c."articleId")
    ORDER BY c."stateSince", c."id" LIMIT ${limit + 1})`
  const [found] = await ctx.db.$queryRaw<{ found: number; ids: string[] }[]>`
    WITH found AS (SELECT * FROM (${Prisma.join(states.map(ofState), ' UNION ALL ')}) each ORDER BY "stateSince", "id" LIMIT ${limit + 1})
    SELECT (SELECT count(*)::int FROM found) AS "found",
      ARRAY(SELECT "id"::text FROM found ORDER BY "stateSince", "id" LIMIT ${MOST}) AS "ids"`
  return { ids: found?.ids ?? [], ...bounded(found?.found ?? 0, limit) }
}

type DeskListQuery = { from: Prisma.Sql; where: Prisma.Sql }

const claims = Prisma.sql`"Claim" c`
/** The claims whose assignment in force names somebody, found through theirs. */
const assigned = Prisma.sql`"Assignment" x JOIN "Claim" c ON c."id" = x."claimId" AND x."endedAt" IS NULL`
/** What is asked of a claim's assignment in force. */
const assignment = (asked: Prisma.Sql) => Prisma.sql`
  (SELECT ${asked} FROM "Assignment" x WHERE x."claimId" = c."id" AND x."endedAt" IS NULL)`

/**
 * What concerns the person at a glance: own claims by due date, claims waiting for their review, open claims, and
 * what is stuck (no move for seven days, or past its due date), and the verdicts that need attention: one's own, for an
 * editor everybody's. Each list holds at most 50, and is counted up to `limit`.
 */
export async function getDesk(ctx: Ctx, limit = COUNTED_TO) {
  authorise('project:read', ctx.actor)
  const me = personOf(ctx)
  const projectId = projectOf(ctx)
  const isEditor = holds([['editor']], ctx.actor)
  // A reviewer who has left the project, or may review no more, is none.
  const reviewers = await ctx.db.membership.findMany({
    where: { projectId, ...IN_FORCE, role: { not: 'VIEWER' } },
    select: { userId: true },
  })
  const mine = Prisma.sql`x."assigneeId" = ${me}::uuid`
  const myReview = Prisma.sql`x."assigneeId" <> ${me}::uuid AND x."reviewerId" = ${me}::uuid`
  const forMe = Prisma.sql`x."assigneeId" <> ${me}::uuid AND (x."reviewerId" IS NULL OR x."reviewerId" = ${me}::uuid
    OR x."reviewerId" <> ALL(${reviewers.map(({ userId }) => userId)}::uuid[]))`
  const [still, late] = [STUCK_AFTER_DAYS, 1].map((days) => new Date(ctx.now.getTime() - days * DAY))
  const isLate = Prisma.sql`x."dueOn" < ${late}`
  const [ofMine, toReview, open, stuck, needing] = await Promise.all([
    findClaims(ctx, ['ASSIGNED', 'CHECKING'], { from: assigned, where: mine }, limit),
    findClaims(
      ctx,
      ['IN_REVIEW'],
      isEditor ? { from: claims, where: assignment(forMe) } : { from: assigned, where: myReview },
      limit,
    ),
    findClaims(ctx, ['OPEN'], { from: claims, where: Prisma.sql`TRUE` }, limit),
    findClaims(
      ctx,
      ['ASSIGNED', 'CHECKING', 'IN_REVIEW'],
      isEditor
        ? { from: claims, where: Prisma.sql`(c."stateSince" < ${still} OR ${assignment(isLate)})` }
        : { from: assigned, where: Prisma.sql`${mine} AND (c."stateSince" < ${still} OR ${isLate})` },
      limit,
    ),
    // A checker can look only after those in hand.
    listAttention(ctx, { assigneeId: isEditor ? null : me, limit }),
  ])
  const ids = [...[ofMine, toReview, open, stuck].flatMap((list) => list.ids), ...needing.found.keys()]
  const rows = await ctx.db.claim.findMany({ where: { projectId, id: { in: [...new Set(ids)] } }, select: row })
  const shown = new Map(rows.map((each) => [each.id, toDeskClaim(each)]))
  const listOf = ({ ids, count, more }: DeskListIds): DeskList => ({
    claims: ids.flatMap((id) => shown.get(id) ?? []).sort(byDueDate),
    ...{ count, more },
  })
  const needsAttention = listOf({ ids: [...needing.found.keys()], ...needing.needing })
  return {
    ...{ mine: listOf(ofMine), toReview: listOf(toReview), open: listOf(open), stuck: listOf(stuck) },
    needsAttention: {
      ...needsAttention,
      claims: needsAttention.claims.map((claim) => ({
        ...claim,
        changes: countChanges(needing.found.get(claim.id)?.changes ?? []),
      })),
      recounting: needing.recounting,
    },
  }
}
export type DeskView = Awaited<ReturnType<typeof getDesk>>
type DeskList = { claims: DeskClaim[] } & BoundedCount
