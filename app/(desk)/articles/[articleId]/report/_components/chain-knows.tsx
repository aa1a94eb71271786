import { useTranslations } from 'next-intl'
import { isAnswered } from '@/lib/attributions/how-known'
import type { ReportChain } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** How a text knows that names nobody, or only an outlet: the answer, and the words or the reason for it. */
export function ChainKnows({ chain: { knows, knowsReason, knowsWords, hops } }: { chain: ReportChain }) {
  const t = useTranslations('report')
  if (!isAnswered(knows) && hops.length > 0) return null
  const grounds = [knowsWords && t('wordsAt', { words: knowsWords.exact, number: knowsWords.paragraph }), knowsReason]
  return <p className={classes.small}>{[t(`knows.${knows}`), ...grounds].filter(Boolean).join(' · ')}</p>
}
