import { paragraphNumbers, publishedOf } from '@/lib/articles/queries'
import { permissionRefusals } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import { type Ctx, projectOf } from '@/lib/context'
import type { SharedSide, StandingClaim } from '@/lib/copies/shared-sentence'
import { groupBy } from '@/lib/lists/group-by'
import { indexText } from '@/lib/text/code-points'
import type { Prisma } from '@/prisma/generated/client'

/** Where a sentence stands, before what is known of its text. */
export type SidePlace = Pick<SharedSide, 'textId' | 'versionId' | 'evidenceId' | 'start' | 'end'>

const claim = {
  id: true,
  number: true,
  wording: true,
  category: true,
  checked: true,
  markedById: true,
  assignments: { where: { endedAt: null }, take: 1, select: { assigneeId: true, reviewerId: true } },
} satisfies Prisma.ClaimSelect

const article = {
  id: true,
  title: true,
  language: true,
  outlet: { select: { name: true } },
  publishedVerbatim: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedPrecision: true,
  publishedFrom: true,
  publishedUntil: true,
  publishedZone: true,
} satisfies Prisma.ArticleSelect

type SideClaimRow = Prisma.ClaimGetPayload<{ select: typeof claim }>
type SideArticleRow = Prisma.ArticleGetPayload<{ select: typeof article }>

const articleFacts = ({ id, title, language, outlet }: SideArticleRow) => ({
  id,
  title,
  language,
  outlet: outlet?.name ?? null,
})

function standing(ctx: Ctx, { markedById, assignments, ...facts }: SideClaimRow): Omit<StandingClaim, 'spans'> {
  const known = claimFacts(ctx.actor, { markedById }, assignments[0] ?? null)
  return { ...facts, isMine: permissionRefusals('claim:link', known).length === 0 }
}

/** What is known of the texts in which these places stand, and of the claims on them: four queries. */
export async function loadSides(
  ctx: Ctx,
  places: readonly SidePlace[],
): Promise<(place: SidePlace) => SharedSide | null> {
  const projectId = projectOf(ctx)
  const versionIds = [...new Set(places.flatMap(({ versionId }) => versionId ?? []))]
  const evidenceIds = [...new Set(places.flatMap(({ evidenceId }) => evidenceId ?? []))]
  const [versions, spans, items, paragraphOf] = await Promise.all([
    ctx.db.articleVersion.findMany({
      where: { projectId, id: { in: versionIds } },
      select: { id: true, text: true, article: { select: article } },
    }),
    ctx.db.claimSpan.findMany({
      where: {
        span: { projectId, versionId: { in: versionIds } },
        claim: { deletedAt: null, state: { not: 'DROPPED' } },
      },
      select: { span: { select: { versionId: true, start: true, end: true } }, claim: { select: claim } },
      orderBy: [{ claim: { number: 'asc' } }, { position: 'asc' }],
    }),
    ctx.db.evidence.findMany({
      where: { projectId, id: { in: evidenceIds } },
      select: {
        ...{ id: true, quote: true, url: true, source: { select: { name: true } } },
        claim: { select: { id: true, number: true, article: { select: article } } },
      },
    }),
    paragraphNumbers(
      ctx.db,
      projectId,
      places.map(({ versionId, start }) => (versionId ? { versionId, start } : null)),
    ),
  ])
  const texts = new Map(versions.map((version) => [version.id, { ...version, index: indexText(version.text) }]))
  const quotes = new Map(items.map((item) => [item.id, item]))
  return (place) => {
    const version = texts.get(place.versionId ?? '')
    if (version) {
      const here = spans.filter(
        ({ span }) => span.versionId === version.id && span.start < place.end && span.end > place.start,
      )
      const standingHere = groupBy(here, (each) => each.claim.id)
      const claims = [...standingHere.values()].flatMap((each) => {
        const [first] = each
        return first ? [{ ...standing(ctx, first.claim), spans: each.map(({ span }) => span) }] : []
      })
      return {
        ...place,
        words: version.index.slice(place.start, place.end),
        paragraph: paragraphOf({ versionId: version.id, start: place.start }),
        article: articleFacts(version.article),
        published: publishedOf(version.article),
        quoteOf: null,
        claims,
      }
    }
    const item = quotes.get(place.evidenceId ?? '')
    if (!item) return null
    const { id, number } = item.claim
    return {
      ...place,
      words: indexText(item.quote ?? '').slice(place.start, place.end),
      paragraph: null,
      article: articleFacts(item.claim.article),
      published: null,
      quoteOf: { claimId: id, claimNumber: number, source: item.source?.name ?? null, url: item.url },
      claims: [],
    }
  }
}
