import { type ParagraphOf, paragraphNumbers } from '@/lib/articles/queries'
import { type TextWindow, textWindows } from '@/lib/articles/queries/text-windows'
import { type ExcerptPart, hopExcerpt } from '@/lib/attributions/excerpt'
import { excerptWindow, placesWithin } from '@/lib/attributions/excerpt-window'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { clockFrom, type WorldDate, worldDateFrom } from '@/lib/fields'
import { groupBy } from '@/lib/lists/group-by'
import type { QuotedRange } from '@/lib/text/code-points'
import type { Hop, HowKnown, Prisma } from '@/prisma/generated/client'

const source = {
  select: { id: true, kind: true, name: true, role: true, parent: { select: { id: true, kind: true, name: true } } },
} satisfies Prisma.SourceDefaultArgs
const words = {
  select: { id: true, versionId: true, start: true, end: true, exact: true },
} satisfies Prisma.SpanDefaultArgs

/** What a chain is read with, whole, wherever it is read. */
export const chainParts = {
  knowsSpan: words,
  hops: {
    orderBy: { position: 'asc' },
    include: { source, affiliation: source, onBehalfOf: source, sourceSpan: words, cueSpan: words },
  },
} satisfies Prisma.AttributionInclude

type ChainWithParts = Prisma.AttributionGetPayload<{ include: typeof chainParts }>
type HopWithParts = ChainWithParts['hops'][number]
/** By hop, the part of the text around its words. */
type TextWindows = ReadonlyMap<string, TextWindow & { text: string }>
/** Words anchored in a text; `paragraph` counts from 1. */
export type AnchoredWords = QuotedRange & { id: string; versionId: string; paragraph: number }

const saidOf = (hop: Hop): WorldDate | null => {
  const times = clockFrom(hop.saidFrom, hop.saidUntil, hop.saidZone)
  return worldDateFrom(hop.saidVerbatim, hop.saidEarliest, hop.saidLatest, hop.saidPrecision, times)
}

const anchored = (span: HopWithParts['sourceSpan'], paragraphOf: ParagraphOf): AnchoredWords | null =>
  span && { ...span, paragraph: paragraphOf(span) ?? 1 }

/** Words that stand in two versions have no text around them both: the excerpt is of the first's. */
const placesOf = ({ sourceSpan, cueSpan }: HopWithParts) => ({
  source: sourceSpan,
  cue: !sourceSpan || cueSpan?.versionId === sourceSpan.versionId ? cueSpan : null,
})

/** The parts of texts around the words of these hops. One query. */
async function surroundingsOf(ctx: Ctx, hops: readonly HopWithParts[]): Promise<TextWindows> {
  const windows = hops.flatMap((hop) => {
    const versionId = (hop.sourceSpan ?? hop.cueSpan)?.versionId
    const window = excerptWindow(placesOf(hop))
    return versionId && window ? [{ id: hop.id, window: { versionId, ...window } }] : []
  })
  const texts = await textWindows(
    ctx.db,
    projectOf(ctx),
    windows.map(({ window }) => window),
  )
  return new Map(windows.map(({ id, window }, at) => [id, { ...window, text: texts[at] ?? '' }]))
}

function hopView(hop: HopWithParts, surroundings: TextWindows, paragraphOf: ParagraphOf) {
  const around = surroundings.get(hop.id)
  const excerpt: ExcerptPart[] = around ? hopExcerpt(around.text, placesWithin(placesOf(hop), around.from)) : []
  const { id, position, affiliation, onBehalfOf, speechAct, certainty, form, basis, reading } = hop
  return {
    ...{ id, position, source: hop.source, affiliation, onBehalfOf, speechAct, certainty, form, basis, reading },
    said: saidOf(hop),
    sourceWords: anchored(hop.sourceSpan, paragraphOf),
    cueWords: anchored(hop.cueSpan, paragraphOf),
    excerpt,
  }
}

export type HopView = ReturnType<typeof hopView>

/** How the text knows, as a person answered, with the words or the reason for it. */
export type AnswerView = { knows: HowKnown; knowsReason: string | null; knowsWords: AnchoredWords | null }

/** A chain as the screens show it: hops from the article outwards; without a hop the text names nobody. */
export type ChainView = { id: string; position: number; version: number; hops: HopView[] } & AnswerView

/** Rows with `chainParts` as views: two queries for what of the texts they show. */
export async function chainViews(ctx: Ctx, rows: readonly ChainWithParts[]): Promise<ChainView[]> {
  const spans = rows.flatMap((row) => [...row.hops.flatMap((hop) => [hop.sourceSpan, hop.cueSpan]), row.knowsSpan])
  const [surroundings, paragraphOf] = await Promise.all([
    surroundingsOf(
      ctx,
      rows.flatMap((row) => row.hops),
    ),
    paragraphNumbers(ctx.db, projectOf(ctx), spans),
  ])
  return rows.map(({ id, position, version, hops, knows, knowsReason, knowsSpan }) => ({
    ...{ id, position, version, knows, knowsReason, knowsWords: anchored(knowsSpan, paragraphOf) },
    hops: hops.map((hop) => hopView(hop, surroundings, paragraphOf)),
  }))
}

const ofClaim = (ctx: Ctx, claimId: string) => ({
  claimId,
  projectId: projectOf(ctx),
  claim: { deletedAt: null },
})

/** The chains of a claim, in their order. */
export async function listAttributions(ctx: Ctx, claimId: string): Promise<ChainView[]> {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.attribution.findMany({
    where: ofClaim(ctx, claimId),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: chainParts,
  })
  return chainViews(ctx, rows)
}

/** The chains of all claims of an article, by claim, each claim's in their order. */
export async function listAttributionsOfArticle(ctx: Ctx, articleId: string): Promise<Map<string, ChainView[]>> {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.attribution.findMany({
    where: { projectId: projectOf(ctx), claim: { articleId, deletedAt: null } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: chainParts,
  })
  const claimOf = new Map(rows.map((row) => [row.id, row.claimId]))
  return groupBy(await chainViews(ctx, rows), (chain) => claimOf.get(chain.id) ?? '')
}

export type HopSpan = QuotedRange & {
  id: string
  kind: 'source' | 'cue'
  attributionId: string
  hopId: string
  versionId: string
}

/** The source and cue words of all chains of a claim, for showing them in the text. */
export async function listHopSpans(ctx: Ctx, claimId: string): Promise<HopSpan[]> {
  authorise('project:read', ctx.actor)
  const hops = await ctx.db.hop.findMany({
    where: { attribution: ofClaim(ctx, claimId) },
    orderBy: [{ attribution: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, attributionId: true, sourceSpan: words, cueSpan: words },
  })
  return hops.flatMap(({ id: hopId, attributionId, sourceSpan, cueSpan }) => [
    ...(sourceSpan ? [{ ...sourceSpan, kind: 'source' as const, attributionId, hopId }] : []),
    ...(cueSpan ? [{ ...cueSpan, kind: 'cue' as const, attributionId, hopId }] : []),
  ])
}
