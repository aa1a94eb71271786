import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import type { ReportClaim } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** The origins of one side, each with its appearances and the rules that put them together; and what people decided. */
export function ClaimOrigins({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('independence')
  const ours = useTranslations('report')
  const { asserting, contradicting, linkedClaims, links, decisions } = claim.origins
  const groups = [...asserting.groups, ...contradicting.groups]
  const titleOf = (id: string) => linkedClaims.find((linked) => linked.id === id)?.articleTitle ?? null
  const wordingOf = (id: string) => [claim, ...linkedClaims].find((each) => each.id === id)?.wording ?? ''
  const appearanceName = ({ kind, number, claimId }: (typeof groups)[number]['accounts'][number]) => {
    const appearance = t(`appearance.${kind}`, { number })
    const title = titleOf(claimId)
    return title ? t('appearanceOf', { appearance, title }) : appearance
  }
  if (groups.length === 0) return null
  return (
    <>
      <ul className={classes.origins}>
        {groups.map(({ standing, origin, accounts, rules }) => (
          <li key={accounts.map(({ id }) => id).join()}>
            <strong>{origin?.name ?? t('noSource')}</strong>
            {origin?.role && `, ${origin.role}`}
            {` (${t(`standing.${standing}`)}) · ${accounts.map(appearanceName).join(', ')}. `}
            {rules.map((rule) => t(`rule.${rule}`)).join(' ')}
          </li>
        ))}
        {decisions.map(({ id, kind, by, at, reason, isDropped }) => (
          <li key={id}>
            {ours.rich(`decided.${kind}`, { name: by, reason, date: () => <DateText value={at} /> })}
            {isDropped ? ` ${t('decisionDropped')}` : ''}
          </li>
        ))}
      </ul>
      {linkedClaims.length > 0 && (
        <>
          <p>{ours('linked', { count: linkedClaims.length })}</p>
          <ul className={classes.origins}>
            {linkedClaims.map(({ id, wording, articleTitle, number }) => (
              <li key={id}>{ours('claimOf', { words: wording, title: articleTitle, number })}</li>
            ))}
            {links.map(({ id, oneId, otherId, by, at, reason }) => (
              <li key={id}>
                {ours.rich('linkedBy', {
                  ...{ one: wordingOf(oneId), other: wordingOf(otherId), name: by },
                  date: () => <DateText value={at} />,
                })}
                {reason && ours('because', { reason })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
