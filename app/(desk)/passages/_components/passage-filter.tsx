import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SHOWN, type Shown } from '@/lib/passages/schema'
import classes from './passages.module.css'

/** Which passages are shown: it lives in the address. */
export function PassageFilter({ show, article, claim }: { show: Shown; article: string | null; claim: string | null }) {
  const t = useTranslations('passages')
  return (
    <nav aria-label={t('show')} className={classes.views}>
      {SHOWN.map((each) => (
        <Link
          key={each}
          href={{ pathname: '/passages', query: { ...(article && { article }), ...(claim && { claim }), show: each } }}
          className={classes.view}
          aria-current={each === show ? 'true' : undefined}
        >
          {t(`shown.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
