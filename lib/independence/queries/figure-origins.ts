import { type ParagraphOf, paragraphNumbers } from '@/lib/articles/queries'
import { chainSide } from '@/lib/attributions/chain'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { chainsStating, type SpanInParagraph, type StatingChain } from '@/lib/figures/figure-chains'
import { type FigureOrigins, originsOfFigure } from '@/lib/independence/figure-origins'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import { originCountsIn } from '@/lib/independence/queries/origin-counts'

type PlaceInVersion = { versionId: string; start: number }
const place = { select: { versionId: true, start: true } } as const

/** What tells which chains of a claim state its figures. */
export type ChainsOfClaim = { passages: SpanInParagraph[]; chains: StatingChain[] }

/** The chains of claims with the paragraphs of their words, and the claims' passages with theirs, by claim. Two queries. */
async function chainsIn(tx: Tx, projectId: string, claimIds: readonly string[]): Promise<Map<string, ChainsOfClaim>> {
  const claims = await tx.claim.findMany({
    where: { projectId, id: { in: [...claimIds] }, deletedAt: null },
    select: {
      id: true,
      spans: {
        orderBy: { position: 'asc' },
        select: { span: { select: { versionId: true, start: true, exact: true } } },
      },
      attributions: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { id: true, hops: { select: { speechAct: true, sourceSpan: place, cueSpan: place } } },
      },
    },
  })
  const spans = claims.flatMap((claim) => claim.spans.map(({ span }) => span))
  const hops = claims.flatMap(({ attributions }) => attributions.flatMap((chain) => chain.hops))
  const words = hops.flatMap(({ sourceSpan, cueSpan }) => [sourceSpan, cueSpan])
  const paragraphOf = await paragraphNumbers(tx, projectId, [...spans, ...words])
  return new Map(
    claims.map(({ id, spans: ofClaim, attributions }) => [
      id,
      {
        passages: ofClaim.map(({ span }) => ({ exact: span.exact, paragraph: paragraphName(span, paragraphOf) })),
        chains: attributions.map((chain) => ({
          id: chain.id,
          side: chainSide(chain.hops),
          paragraphs: [
            ...new Set(
              chain.hops
                .flatMap(({ sourceSpan, cueSpan }) => [sourceSpan, cueSpan])
                .flatMap((span) => (span ? (paragraphName(span, paragraphOf) ?? []) : [])),
            ),
          ],
        })),
      },
    ]),
  )
}

function paragraphName(at: PlaceInVersion, paragraphOf: ParagraphOf): string | null {
  const paragraph = paragraphOf(at)
  return paragraph === null ? null : `${at.versionId} ${paragraph}`
}

type Stated = { id: string; claimId: string; verbatim: string; statedBy: readonly string[] }

/**
 * Whose figures of a project are, by figure, in a fixed number of queries. `counts`: the origins of their claims, where
 * the caller has counted them already.
 */
export async function figureOriginsIn(
  tx: Tx,
  projectId: string,
  figures: readonly Stated[],
  counts?: ReadonlyMap<string, OriginSummary>,
): Promise<Map<string, FigureOrigins>> {
  if (figures.length === 0) return new Map()
  const claimIds = [...new Set(figures.map(({ claimId }) => claimId))]
  const counted = counts ?? (await originCountsIn(tx, projectId, claimIds))
  const chains = await chainsIn(tx, projectId, claimIds)
  return new Map(
    figures.flatMap((figure): [string, FigureOrigins][] => {
      const of = chains.get(figure.claimId)
      const stating = of && chainsStating(figure, of.passages, of.chains)
      return stating ? [[figure.id, originsOfFigure(stating, counted.get(figure.claimId))]] : []
    }),
  )
}

/** The same for a reader of the project. */
export async function listFigureOrigins(
  ctx: Ctx,
  figures: readonly Stated[],
  counts?: ReadonlyMap<string, OriginSummary>,
): Promise<Map<string, FigureOrigins>> {
  authorise('project:read', ctx.actor)
  return figureOriginsIn(ctx.db, projectOf(ctx), figures, counts)
}

/** What tells which chains of a claim state a figure: for a form that proposes them. Without a claim of that id, nothing. */
export async function findChainsOfClaim(ctx: Ctx, claimId: string): Promise<ChainsOfClaim> {
  authorise('project:read', ctx.actor)
  return (await chainsIn(ctx.db, projectOf(ctx), [claimId])).get(claimId) ?? { passages: [], chains: [] }
}
