import { Skeleton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { graphWords } from '@/app/_messages/graph-words'
import { Note } from '@/app/_ui/note'
import { Section } from '@/app/_ui/section'
import { layOutGraph } from '@/lib/graph/layout'
import { originGraph } from '@/lib/graph/origin-graph'
import type { IndependenceView } from '@/lib/independence/view'
import classes from './graph.module.css'
import { GraphInWords } from './graph-in-words'
import { GraphLegend } from './graph-legend'
import { GraphPicture } from './graph-picture'

/** The picture of a claim's appearances and origins, and the same in words. Without a picture the words remain. */
export async function GraphFigure({ view }: { view: IndependenceView }) {
  const [t, kinds] = await Promise.all([getTranslations('origins.graph'), getTranslations('source.kind')])
  const graph = originGraph(view)
  const { wordsOf, nameOf, drawingWords } = graphWords(t, kinds, view)
  const drawing = await layOutGraph(graph, wordsOf, drawingWords).catch((error: unknown) => {
    console.error('The graph of a claim could not be laid out', view.claimId, error)
    return null
  })
  return (
    <Section title={t('title')}>
      <figure className={classes.figure} aria-label={t('label')}>
        {drawing ? (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section className={classes.scroll} aria-label={t('scroll')} tabIndex={0}>
              <GraphPicture drawing={drawing} view={view} nameOf={nameOf} />
            </section>
            <GraphLegend drawing={drawing} />
          </>
        ) : (
          <Note>{t('failed')}</Note>
        )}
        <GraphInWords view={view} opened={!drawing} />
      </figure>
    </Section>
  )
}

/** In the place of a picture that is still being laid out. */
export function GraphWaiting() {
  const t = useTranslations('origins.graph')
  return (
    <Section title={t('title')}>
      <Skeleton height={280} radius={11} />
    </Section>
  )
}
