import { useTranslations } from 'next-intl'
import type { ReportClaim } from '@/lib/reports/report-claim'
import classes from '../report.module.css'

/** The origins of one side, each with its accounts and the rules that put them together; and what people decided. */
export function ClaimOrigins({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('independence')
  const { asserting, contradicting, linkedClaims, decisions } = claim.origins
  const groups = [...asserting.groups, ...contradicting.groups]
  const titleOf = (id: string) => linkedClaims.find((linked) => linked.id === id)?.articleTitle ?? null
  const accountName = ({ kind, number, claimId }: (typeof groups)[number]['accounts'][number]) => {
    const account = t(`account.${kind}`, { number })
    const title = titleOf(claimId)
    return title ? t('accountOf', { account, title }) : account
  }
  if (groups.length === 0) return null
  return (
    <>
      <ul className={classes.origins}>
        {groups.map(({ standing, origin, accounts, rules }) => (
          <li key={accounts.map(({ id }) => id).join()}>
            <strong>{origin?.name ?? t('noSource')}</strong>
            {` (${t(`standing.${standing}`)}) · ${accounts.map(accountName).join(', ')}. `}
            {rules.map((rule) => t(`rule.${rule}`)).join(' ')}
          </li>
        ))}
        {decisions.map(({ id, by, reason, isDropped }) => (
          <li key={id}>
            {t('decided', { name: by, reason })}
            {isDropped ? ` ${t('decisionDropped')}` : ''}
          </li>
        ))}
      </ul>
      {linkedClaims.length > 0 && (
        <p>
          {t('linkedWith', {
            count: linkedClaims.length,
            titles: linkedClaims.map(({ articleTitle }) => articleTitle).join(', '),
          })}
        </p>
      )}
    </>
  )
}
