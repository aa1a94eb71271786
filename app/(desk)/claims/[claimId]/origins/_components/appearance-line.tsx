import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AppearanceView, IndependenceView } from '@/lib/independence/view'
import { useAppearanceNames } from './appearance-names'
import { AppearanceSentence } from './appearance-sentence'
import classes from './origins.module.css'

interface AppearanceLineProps {
  appearance: AppearanceView
  view: IndependenceView
  /** What can be decided of it. */
  children?: ReactNode
}

/** One appearance: its number, its chain as a sentence, where it stands, and with which it shares the passage. */
export function AppearanceLine({ appearance, view, children }: AppearanceLineProps) {
  const t = useTranslations('origins')
  const { counts, placeName, tiesOf } = useAppearanceNames(view)
  const { id, kind, claimId, hops, text } = appearance
  const claim = view.claims.find((each) => each.id === claimId)
  const count = counts.get(id)
  const tab = kind === 'chain' ? 'attribution' : 'evidence'
  return (
    <li id={`appearance-${id}`} tabIndex={-1} className={classes.appearance}>
      {count !== undefined && (
        <span role="img" className={classes.number} aria-label={t('appearance', { count })}>
          {count}
        </span>
      )}
      <div className={classes.told}>
        <p className={classes.sentence}>
          <AppearanceSentence appearance={appearance} />
        </p>
        <p className={classes.place}>
          {claim && (
            <Link href={`/articles/${claim.articleId}?claim=${claim.id}&tab=${tab}`} className={classes.quiet}>
              {placeName(appearance)}
            </Link>
          )}
          {kind === 'evidence' && text && hops.length > 0 && ` · ${text.name}`}
        </p>
        {tiesOf(id).map((words) => (
          <p key={words} className={classes.tied} dir="auto">
            {words}
          </p>
        ))}
      </div>
      {children && <div className={classes.decide}>{children}</div>}
    </li>
  )
}
