import { useTranslations } from 'next-intl'
import { useFigureOrigin } from '@/app/(desk)/_components/use-figure-origin'
import type { ReportFigure } from '@/lib/reports/report-claim'
import figures from '../../_components/figures/figures.module.css'

/** Whose a figure is, as the report says it. */
export function FigureOriginLine({ stated }: { stated: ReportFigure['stated'] }) {
  const t = useTranslations('figureOrigin')
  return <p className={figures.origin}>{t('line', { origin: useFigureOrigin()(stated).text })}</p>
}
