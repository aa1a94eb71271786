import { getLocale, getTranslations } from 'next-intl/server'
import { graphWords } from '@/app/_messages/graph-words'
import { runRoute } from '@/app/_server/route'
import { layOutGraph } from '@/lib/graph/layout'
import { originGraph } from '@/lib/graph/origin-graph'
import { graphSvg } from '@/lib/graph/svg'
import { getIndependence } from '@/lib/independence/queries/independence'

/** The graph of a claim's appearances and origins as an SVG file, in the reader's language. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/claims/[claimId]/origins.svg'>) {
  return runRoute(
    request,
    async (ctx) => {
      const view = await getIndependence(ctx, (await params).claimId)
      const [t, graphText, kinds, language] = await Promise.all([
        getTranslations('origins'),
        getTranslations('origins.graph'),
        getTranslations('source.kind'),
        getLocale(),
      ])
      const { wordsOf, nameOf, drawingWords } = graphWords(graphText, kinds, view)
      const drawing = await layOutGraph(originGraph(view), wordsOf, drawingWords)
      const [claim] = view.claims
      const [forClaim, against] = [view.counts.asserting, view.counts.contradicting].map(
        ({ appearances, origins, undetermined }) => graphText('described', { appearances, origins, undetermined }),
      )
      const svg = graphSvg(drawing, {
        language,
        title: t('pageTitle', { wording: claim?.wording ?? '' }),
        description: view.counts.contradicting.appearances
          ? graphText('describedBoth', { asserting: forClaim ?? '', contradicting: against ?? '' })
          : (forClaim ?? ''),
        columns: drawingWords.columns,
        nameOf,
      })
      return new Response(svg, {
        headers: {
          'Content-Type': 'image/svg+xml; charset=utf-8',
          'Content-Disposition': `attachment; filename="${t('fileName', { number: claim?.number ?? 0 })}.svg"`,
          'Cache-Control': 'no-store',
        },
      })
    },
    { cost: 10 },
  )
}
