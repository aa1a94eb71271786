import { useTranslations } from 'next-intl'
import type { EventFigure } from '@/lib/figures/queries'
import type { FigureRank } from '@/prisma/generated/enums'
import { MarkShape } from './mark-shape'
import { type OriginLook, originLook } from './origin-look'
import classes from './plot.module.css'

interface PlotLegendProps {
  /** The determined origins, in the order of their looks. */
  names: readonly string[]
  figures: readonly EventFigure[]
  lookOf: (id: string) => OriginLook | null
}

/** Which shape is whose, and what the ways mean in which shapes are drawn: those alone that are there. */
export function PlotLegend({ names, figures, lookOf }: PlotLegendProps) {
  const t = useTranslations('event.plot')
  const has = (rank: FigureRank) => figures.some((figure) => figure.rank === rank)
  const plain: OriginLook = { path: originLook(0)?.path ?? '', color: 'var(--mute)' }
  return (
    <div className={classes.legends}>
      <ul className={classes.legend} aria-label={t('legend')}>
        {names.map((name, index) => (
          <li key={name}>
            <Sample look={originLook(index)} rank="NORMAL" />
            {name}
          </li>
        ))}
        {figures.some(({ id }) => lookOf(id) === null) && (
          <li>
            <Sample look={null} rank="NORMAL" />
            {t('undetermined')}
          </li>
        )}
      </ul>
      <ul className={classes.legend} aria-label={t('ways')}>
        {has('PREFERRED') && (
          <li>
            <Sample look={plain} rank="PREFERRED" />
            {t('preferred')}
          </li>
        )}
        {has('DEPRECATED') && (
          <li>
            <Sample look={plain} rank="DEPRECATED" />
            {t('hollow')}
          </li>
        )}
      </ul>
    </div>
  )
}

function Sample({ look, rank }: { look: OriginLook | null; rank: FigureRank }) {
  return (
    <svg width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true" className={classes.sample}>
      <MarkShape look={look} rank={rank} />
    </svg>
  )
}
