import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import type { ReportEvidence } from '@/lib/reports/report-claim'
import { StanceMark } from '../../_components/evidence/stance-mark'
import classes from '../report.module.css'
import { ChainKnows } from './chain-knows'
import { HopFacts } from './hop-facts'
import { spokenHops, useSourceName } from './source-name'

/** The evidence of a claim under its numbers, the withdrawn items marked. */
export function ClaimEvidence({ evidence }: { evidence: readonly ReportEvidence[] }) {
  const t = useTranslations('report')
  return (
    <div className={classes.part}>
      <h3>{t('evidence')}</h3>
      {evidence.length === 0 && <p>{t('noEvidence')}</p>}
      {evidence.length > 0 && (
        <ol className={classes.evidence}>
          {evidence.map((item) => (
            <EvidenceEntry key={item.id} item={item} />
          ))}
        </ol>
      )}
    </div>
  )
}

function EvidenceEntry({ item }: { item: ReportEvidence }) {
  const t = useTranslations('evidence')
  const ours = useTranslations('report')
  const directness = useTranslations('directness')
  const sourceName = useSourceName()
  const { source, passage, url, locator, note, attribution, credibility } = item
  const quote = item.quote ?? passage?.exact
  const where = [
    passage && t('passageOf', { title: passage.articleTitle, number: passage.paragraph }),
    passage && ours('positions', { start: passage.start, end: passage.end }),
    passage && quote !== passage.exact && ours('quote', { words: passage.exact }),
    locator,
    item.directness !== 'NOT_STATED' && directness(item.directness),
    credibility !== null && t('credibilityChip', { value: credibility }),
  ].filter(Boolean)
  return (
    <li value={item.number} data-withdrawn={item.withdrawnAt ? true : undefined}>
      <p className={classes.lead}>
        <StanceMark stance={item.stance} />
        {source && source.name !== passage?.articleTitle && <b>{sourceName(source)}</b>}
      </p>
      {quote && (
        <blockquote className={classes.passage}>
          <p translate="no" dir="auto">
            {t('quote', { words: quote })}
          </p>
        </blockquote>
      )}
      {where.length > 0 && <p className={classes.small}>{where.join(' · ')}</p>}
      {url && (
        <p className={classes.small}>
          <a href={url} rel="noopener noreferrer nofollow">
            {url}
          </a>
        </p>
      )}
      {attribution && (
        <>
          <p className={classes.sentence}>
            <ChainSentence
              hops={spokenHops(attribution.hops, sourceName)}
              opening="evidence"
              knows={attribution.knows}
            />
          </p>
          <ChainKnows chain={attribution} />
          {attribution.hops.length > 0 && <HopFacts hops={attribution.hops} />}
        </>
      )}
      {note && <p>{note}</p>}
      <p className={classes.small}>
        {t.rich('addedBy', { name: item.addedBy, date: () => <DateText value={item.addedAt} /> })}
        {item.capturedAt && ' · '}
        {item.capturedAt && t.rich('captured', { date: () => <DateText value={item.capturedAt ?? ''} /> })}
      </p>
      {item.capturedSha256 && (
        <p className={classes.small}>
          {ours('captureHash')} <span className={classes.hash}>{item.capturedSha256}</span>
        </p>
      )}
      {item.withdrawnAt && (
        <p className={classes.withdrawn}>
          {ours.rich('withdrawnOn', { date: () => <DateText value={item.withdrawnAt ?? ''} /> })}
        </p>
      )}
    </li>
  )
}
