import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { RatingPill } from '@/app/(desk)/_components/claims/rating-pill'
import { type ReportClaim, type ReportVerdict, shownVerdict } from '@/lib/reports/report-claim'
import classes from '../report.module.css'
import { AttentionList } from './attention-list'
import { ClaimStanding } from './claim-standing'

/** The verdict with its reasons, its author and who approved it; below it every other one, as all are kept. */
export function ClaimVerdicts({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report')
  const verdict = shownVerdict(claim)
  if (!verdict) return null
  const others = claim.verdicts.filter((each) => each !== verdict)
  return (
    <div className={classes.part}>
      <h3>{t('verdict')}</h3>
      <ClaimStanding claim={claim} />
      <VerdictFacts verdict={verdict} claim={claim} />
      {others.length > 0 && (
        <div className={classes.others}>
          <h4>{t('earlier', { count: others.length })}</h4>
          <ul>
            {others.map((each) => (
              <li key={each.id}>
                <RatingPill rating={each.rating} look="plain" />{' '}
                <span className={classes.small}>
                  {t.rich('earlierLine', {
                    author: each.author,
                    date: () => <DateText value={each.recordedAt} />,
                    asOf: () => <DateText value={each.asOf} />,
                  })}
                </span>
                <p className={classes.words} dir="auto">
                  {each.rationale}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function VerdictFacts({ verdict, claim }: { verdict: ReportVerdict; claim: ReportClaim }) {
  const t = useTranslations('report')
  const kind = useTranslations('singleSourceKind')
  const { approval } = claim
  const numbers = claim.evidence.filter(({ id }) => verdict.reliesOn.includes(id)).map(({ number }) => number)
  const signed = (name: string, at: string) => t.rich('byOn', { name, date: () => <DateText value={at} /> })
  return (
    <>
      <p className={classes.words} dir="auto">
        {verdict.rationale}
      </p>
      {!verdict.isPresent && <p className={classes.withdrawn}>{t('outdated')}</p>}
      <dl className={classes.terms}>
        {verdict.method && (
          <>
            <dt>{t('how')}</dt>
            <dd>{verdict.method}</dd>
          </>
        )}
        {numbers.length > 0 && (
          <>
            <dt>{t('reliesOn')}</dt>
            <dd>{t('reliesOnNumbers', { count: numbers.length, numbers: numbers.join(', ') })}</dd>
          </>
        )}
        <dt>{t('asOf')}</dt>
        <dd>
          <DateText value={verdict.asOf} />
        </dd>
        <dt>{t('by')}</dt>
        <dd>{signed(verdict.author, verdict.recordedAt)}</dd>
        {approval && (
          <>
            <dt>{t('approvedBy')}</dt>
            <dd>{signed(approval.by, approval.at)}</dd>
          </>
        )}
        {approval?.singleSourceReason && (
          <>
            <dt>{t('singleSource')}</dt>
            <dd>
              {approval.singleSourceKind ? kind(approval.singleSourceKind) : t('reasonBeforeKinds')}{' '}
              {approval.singleSourceReason}
            </dd>
          </>
        )}
      </dl>
      {verdict.needsAttention.length > 0 && <AttentionList changes={verdict.needsAttention} />}
    </>
  )
}
