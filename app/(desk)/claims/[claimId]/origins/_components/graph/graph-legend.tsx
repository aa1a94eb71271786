import { useTranslations } from 'next-intl'
import type { GraphDrawing } from '@/lib/graph/layout'
import { innerLineOf, lookOf, outlineOf } from '@/lib/graph/shape'
import classes from './graph.module.css'

const MARK = { width: 34, height: 20 }
const LOOKS = ['origin', 'against', 'undetermined', 'roundUp', 'circle'] as const

/** What the outlines and lines of this picture mean; only of those that it holds. */
export function GraphLegend({ drawing: { nodes, ties, edges } }: { drawing: GraphDrawing }) {
  const t = useTranslations('origins.graph')
  const shown = new Set(nodes.map(lookOf))
  return (
    <ul className={classes.legend}>
      {LOOKS.filter((look) => shown.has(look)).map((look) => (
        <li key={look}>
          <svg
            width={MARK.width + 4}
            height={MARK.height + 4}
            viewBox="-2 -2 38 24"
            className={classes.node}
            data-look={look}
            aria-hidden
          >
            <path d={outlineOf(look, MARK)} className={classes.outline} />
            {innerLineOf(look, MARK) && <path d={innerLineOf(look, MARK) ?? ''} className={classes.inner} />}
          </svg>
          {t(`legend.${look}`)}
        </li>
      ))}
      {ties.some(({ kind }) => kind !== 'sameAs') && (
        <li>
          <svg width={34} height={8} className={classes.tie} aria-hidden>
            <path d="M1 4H33" />
          </svg>
          {t('legend.sharing')}
        </li>
      )}
      {edges.some(({ against }) => against) && (
        <li>
          <svg width={34} height={8} className={classes.edge} data-against aria-hidden>
            <path d="M1 4H33" className={classes.line} />
          </svg>
          {t('legend.denial')}
        </li>
      )}
      <li>{t('key')}</li>
    </ul>
  )
}
