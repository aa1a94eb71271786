import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SHOWN, type Shown } from '@/lib/copies/schema'
import classes from './shared-sentences.module.css'

/** Which sentences are shown: it lives in the address. */
export function SentenceFilter({
  show,
  article,
  claim,
}: {
  show: Shown
  article: string | null
  claim: string | null
}) {
  const t = useTranslations('sharedSentences')
  return (
    <nav aria-label={t('show')} className={classes.views}>
      {SHOWN.map((each) => (
        <Link
          key={each}
          href={{
            pathname: '/shared-sentences',
            query: { ...(article && { article }), ...(claim && { claim }), show: each },
          }}
          className={classes.view}
          aria-current={each === show ? 'true' : undefined}
        >
          {t(`shown.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
