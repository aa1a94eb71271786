import { useTranslations } from 'next-intl'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import type { ReportHop } from '@/lib/reports/report-claim'
import { nameKey } from '@/lib/sources/name-key'
import classes from '../report.module.css'
import { useSourceName } from './source-name'

/** How each hop of a chain says it: in which words of the text, in what form, how surely, and who that is. */
export function HopFacts({ hops }: { hops: readonly ReportHop[] }) {
  const t = useTranslations('report')
  const label = useTranslations()
  const sourceName = useSourceName()
  const factsOf = ({ source, form, basis, certainty, reading, speechAct, sourceWords, cueWords }: ReportHop) => [
    // An unnamed voice is often called by its role: said once is enough.
    ...[source.role, source.parent].filter((words) => words && nameKey(words) !== nameKey(source.name)),
    label(`speechAct.${speechAct}`),
    label(`form.${form}`),
    basis !== 'NOT_STATED' && label(`basis.${basis}`),
    certainty !== 'ASSERTED' && label(`certainty.${certainty}`),
    reading === 'INFERRED' && label('attribution.reading.INFERRED'),
    ...[sourceWords, cueWords].map((words) => words && t('wordsAt', { words: words.exact, number: words.paragraph })),
  ]
  return (
    <ul className={classes.hops}>
      {hops.map((hop, at) => (
        // A chain's hops have no other name than their place, and are drawn anew together.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <li key={at}>
          <b>{sourceName(hop.source)}</b> · {factsOf(hop).filter(Boolean).join(' · ')}
          {hop.said && (
            <>
              {' · '}
              {t.rich('saidOn', { date: () => <WorldDateText value={hop.said} /> })}
              {hop.said.verbatim && ` ${t('inWords', { words: hop.said.verbatim })}`}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
