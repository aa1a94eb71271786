import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise, holds } from '@/lib/auth/permissions'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import { dateToDay } from '@/lib/fields'
import { type ChangeCount, countChanges } from '@/lib/verdicts/attention'
import { listAttention } from '@/lib/verdicts/queries/attention'
import type { Prisma } from '@/prisma/generated/client'

const DAY = 24 * 60 * 60 * 1000
/** Work that has not moved for so many days is stuck. */
export const STUCK_AFTER_DAYS = 7
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

type Row = Prisma.ClaimGetPayload<{ select: typeof row }>

const toDeskClaim = ({ assignments, article, ...claim }: Row) => ({
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

/**
 * What concerns the person at a glance: own claims by due date, claims waiting for their review, open claims, and
 * what is stuck (no move for seven days, or past its due date), and the verdicts that need attention: one's own, for an
 * editor everybody's. Each list holds at most 50, with its whole count.
 */
export async function getDesk(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const me = personOf(ctx)
  const live = {
    projectId: projectOf(ctx),
    deletedAt: null,
    article: { archivedAt: null },
  } satisfies Prisma.ClaimWhereInput
  const working = { in: ['ASSIGNED', 'CHECKING', 'IN_REVIEW'] } satisfies Prisma.EnumReviewStateFilter
  const inForce = (assignment: Prisma.AssignmentWhereInput) => ({ some: { endedAt: null, ...assignment } })
  const isEditor = holds([['editor']], ctx.actor)
  const inProject = { projectId: live.projectId, ...IN_FORCE, role: { not: 'VIEWER' } } as const
  // A reviewer who has left the project, or may review no more, is none.
  const withoutReviewer = [{ reviewerId: null }, { reviewer: { memberships: { none: inProject } } }]
  const lists = {
    mine: { ...live, state: { in: ['ASSIGNED', 'CHECKING'] }, assignments: inForce({ assigneeId: me }) },
    toReview: {
      ...live,
      state: 'IN_REVIEW',
      assignments: inForce(
        isEditor
          ? { assigneeId: { not: me }, OR: [{ reviewerId: me }, ...withoutReviewer] }
          : { assigneeId: { not: me }, reviewerId: me },
      ),
    },
    open: { ...live, state: 'OPEN' },
    stuck: {
      ...live,
      state: working,
      OR: [
        { stateSince: { lt: new Date(ctx.now.getTime() - STUCK_AFTER_DAYS * DAY) } },
        { assignments: inForce({ dueOn: { lt: new Date(ctx.now.getTime() - DAY) } }) },
      ],
      ...(isEditor ? {} : { assignments: inForce({ assigneeId: me }) }),
    },
  } satisfies Record<string, Prisma.ClaimWhereInput>

  const list = async (where: Prisma.ClaimWhereInput) => {
    const [rows, count] = await Promise.all([
      ctx.db.claim.findMany({ where, select: row, take: MOST, orderBy: [{ stateSince: 'asc' }, { id: 'asc' }] }),
      ctx.db.claim.count({ where }),
    ])
    return { claims: rows.map(toDeskClaim).sort(byDueDate), count }
  }
  const attention = async () => {
    const found = await listAttention(ctx)
    // A checker can look only after what they have in hand.
    const ofMine = isEditor ? {} : { assignments: inForce({ assigneeId: me }) }
    const where = { ...live, id: { in: [...found.keys()] }, ...ofMine }
    const { claims, count } = await list(where)
    return {
      count,
      claims: claims.map((claim) => ({ ...claim, changes: countChanges(found.get(claim.id)?.changes ?? []) })),
    }
  }
  const [mine, toReview, open, stuck, needsAttention] = await Promise.all([
    list(lists.mine),
    list(lists.toReview),
    list(lists.open),
    list(lists.stuck),
    attention(),
  ])
  return { mine, toReview, open, stuck, needsAttention }
}
export type Desk = Awaited<ReturnType<typeof getDesk>>
