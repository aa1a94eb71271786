import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountView, IndependenceView } from '@/lib/independence/view'
import { useAccountNames } from './account-names'
import { AccountSentence } from './account-sentence'
import classes from './origins.module.css'

interface AccountLineProps {
  account: AccountView
  view: IndependenceView
  /** What can be decided of it. */
  children?: ReactNode
}

/** One account: its number, its chain as a sentence, where it stands, and with which it shares the passage. */
export function AccountLine({ account, view, children }: AccountLineProps) {
  const t = useTranslations('origins')
  const { counts, placeName, tiesOf } = useAccountNames(view)
  const { id, kind, claimId, hops, text } = account
  const claim = view.claims.find((each) => each.id === claimId)
  const count = counts.get(id)
  const tab = kind === 'chain' ? 'attribution' : 'evidence'
  return (
    <li id={`account-${id}`} tabIndex={-1} className={classes.account}>
      {count !== undefined && (
        <span role="img" className={classes.number} aria-label={t('account', { count })}>
          {count}
        </span>
      )}
      <div className={classes.told}>
        <p className={classes.sentence}>
          <AccountSentence account={account} />
        </p>
        <p className={classes.place}>
          {claim && (
            <Link href={`/articles/${claim.articleId}?claim=${claim.id}&tab=${tab}`} className={classes.quiet}>
              {placeName(account)}
            </Link>
          )}
          {kind === 'evidence' && text && hops.length > 0 && ` · ${text.name}`}
        </p>
        {tiesOf(id).map((words) => (
          <p key={words} className={classes.tied}>
            {words}
          </p>
        ))}
      </div>
      {children && <div className={classes.decide}>{children}</div>}
    </li>
  )
}
