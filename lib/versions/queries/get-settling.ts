import { z } from 'zod'
import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import { lockRefusals } from '@/lib/claims/lock'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404, type Reason } from '@/lib/errors'
import { findFresh } from '@/lib/versions/queries/find-fresh'
import type { AnchoringKind, AnchoringOutcome, AnchoringState, ReviewState } from '@/prisma/generated/client'

type Place = { start: number; end: number }

/** What is kept of a place that may be meant, in code points of the later text. */
const anchoringCandidate = z.object({ start: z.int(), end: z.int(), similarity: z.number() })
type AnchoringPlace = z.output<typeof anchoringCandidate>

/** Something of an earlier text whose place in the newest one is settled, or to be. Places are code points of their texts. */
export type SettlingItem = {
  id: string
  kind: AnchoringKind
  outcome: AnchoringOutcome
  state: AnchoringState
  claim: { id: string; number: number; wording: string; state: ReviewState }
  /** Where it stands on its own text. */
  span: Place & { versionId: string; exact: string }
  /** Where it may stand on the newest. */
  candidates: AnchoringPlace[]
  taken: Place | null
  settledBy: string | null
  /** Why this person cannot settle it now. */
  refusals: Reason[]
}

const item = {
  ...{ id: true, kind: true, outcome: true, state: true, candidates: true },
  settledBy: { select: { name: true } },
  takenSpan: { select: { start: true, end: true } },
  span: {
    select: {
      ...{ versionId: true, start: true, end: true, exact: true, version: { select: { number: true } } },
      ...{ claimSpan: { select: { claimId: true } }, knowsOf: { select: { id: true } } },
      ...{ sourceWordsOf: { select: { id: true } }, cueWordsOf: { select: { id: true } } },
    },
  },
  claim: {
    select: {
      ...{ id: true, number: true, wording: true, state: true, markedById: true },
      article: { select: { archivedAt: true } },
      assignments: { where: { endedAt: null }, take: 1, select: { assigneeId: true, reviewerId: true } },
    },
  },
} as const

/**
 * An article's newest text beside those on which something still stands, with all that is settled or to be settled of it, in the order
 * of the earlier texts; and what is new and what is gone between each two, in code points. Throws `not-found`.
 */
export async function getSettling(ctx: Ctx, articleId: string) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const article = foundOr404(
    await ctx.db.article.findFirst({
      where: { id: articleId, projectId },
      select: {
        ...{ id: true, title: true, language: true },
        versions: { orderBy: { number: 'desc' }, select: { id: true, number: true } },
      },
    }),
    'article',
  )
  const { versions, ...named } = article
  const latest = foundOr404(versions[0], 'articleVersion')
  const rows = await ctx.db.anchoring.findMany({
    where: { projectId, articleId, versionId: latest.id, kind: { not: 'EVIDENCE' }, claim: { deletedAt: null } },
    select: item,
  })
  const items = rows
    .filter(({ state, span }) => {
      const isStill = span.claimSpan ?? span.knowsOf[0] ?? span.sourceWordsOf[0] ?? span.cueWordsOf[0]
      // What was marked anew meanwhile waits for nobody any more.
      return state !== 'OPEN' || isStill
    })
    .toSorted((a, b) => a.span.version.number - b.span.version.number || a.span.start - b.span.start)
    .map(({ span, claim, candidates, takenSpan, settledBy, ...row }): SettlingItem => {
      const facts = claimFacts(ctx.actor, claim, claim.assignments[0] ?? null)
      const permission = row.kind === 'PASSAGE' ? 'claim:move' : 'attribution:save'
      return {
        ...row,
        claim: { id: claim.id, number: claim.number, wording: claim.wording, state: claim.state },
        span: { versionId: span.versionId, start: span.start, end: span.end, exact: span.exact },
        candidates: z.array(anchoringCandidate).parse(candidates),
        taken: takenSpan,
        settledBy: settledBy?.name ?? null,
        refusals: [...permissionRefusals(permission, facts), ...lockRefusals(claim.state, claim.article.archivedAt)],
      }
    })
  const standsOn = new Set([latest.id, versions[1]?.id ?? latest.id, ...items.map(({ span }) => span.versionId)])
  const texts = await ctx.db.articleVersion.findMany({
    where: { projectId, id: { in: [...standsOn] } },
    select: { id: true, number: true, text: true },
  })
  const newest = foundOr404(
    texts.find(({ id }) => id === latest.id),
    'articleVersion',
  )
  const earlier = await Promise.all(
    texts
      .filter(({ id }) => id !== latest.id)
      .toSorted((a, b) => a.number - b.number)
      .map(async (each) => ({
        ...each,
        ...(await findFresh(each, newest)),
      })),
  )
  return { ...named, newest, earlier, items }
}

export type Settling = Awaited<ReturnType<typeof getSettling>>
