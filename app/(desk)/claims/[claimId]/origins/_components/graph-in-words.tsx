import { useTranslations } from 'next-intl'
import { numberAccounts, numberGroups } from '@/lib/independence/graph'
import type { IndependenceView } from '@/lib/independence/view'
import { useAccountNames } from './account-names'
import { AccountSentence } from './account-sentence'
import classes from './graph.module.css'
import { useGroupTitle } from './group-title'

/** All that the picture shows as a list: each claim with its accounts, each as a sentence, and where it leads. */
export function GraphInWords({ view, opened }: { view: IndependenceView; opened: boolean }) {
  const t = useTranslations('origins')
  const { shortName, placeName, tiesOf } = useAccountNames(view)
  const { titleOf } = useGroupTitle()
  const accounts = numberAccounts(view)
  const groups = numberGroups(view)
  const leadsTo = (accountId: string) => {
    const found = groups.find(({ group }) => group.accountIds.includes(accountId))
    return found ? t('leadsTo', { group: titleOf(found) }) : ''
  }
  return (
    <details className={classes.inWords} open={opened}>
      <summary>{t('graph.inWords')}</summary>
      <ul>
        {view.claims.map(({ id, number, wording, articleTitle }) => (
          <li key={id}>
            {t('graph.claimWords', { number, wording, title: articleTitle })}
            <ul>
              {accounts
                .filter(({ claimId }) => claimId === id)
                .map((account) => (
                  <li key={account.id}>
                    <b>{t('graph.accountWords', { account: shortName(account.id), place: placeName(account) })}</b>{' '}
                    <AccountSentence account={account} /> {tiesOf(account.id).join(' ')} {leadsTo(account.id)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
