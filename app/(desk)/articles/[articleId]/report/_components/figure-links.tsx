import { useTranslations } from 'next-intl'
import type { ReportFigure } from '@/lib/reports/report-claim'
import figures from '../../_components/figures/figures.module.css'

/** What a figure is to others, in words: replaced by which, in whose place and why, part or total of which, of what event. */
export function FigureLinks({ figure }: { figure: ReportFigure }) {
  const t = useTranslations('figure.standing')
  const { event, relation, relatedTo, supersedes, supersedesReason, supersededBy } = figure
  const other = useTranslations('figure.links')
  const words = ({ verbatim, wording }: { verbatim: string; wording: string }) =>
    other('words', { words: verbatim, wording })
  const said = [
    ...supersededBy.map((each) => `${t('superseded')} ${t('by')} ${words(each)}`),
    supersedes &&
      `${t('supersedes')} ${words(supersedes)}${supersedesReason ? t('reason', { reason: supersedesReason }) : ''}`,
    relation && relatedTo && `${t(`relation.${relation}`)} ${words(relatedTo)}`,
    event && `${t('event')} ${event}`,
  ].filter((each) => each !== null)
  if (said.length === 0) return null
  return (
    <ul className={figures.standing}>
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
