import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { STANDS, type Stand } from '@/lib/sources/stands'
import classes from './source-page.module.css'

/** Keeps the list to one place in the chains; it lives in the address. */
export function PlaceFilter({ sourceId, place }: { sourceId: string; place: Stand | null }) {
  const t = useTranslations('sources.said')
  return (
    <nav aria-label={t('filter')} className={classes.views}>
      {[null, ...STANDS].map((each) => (
        <Link
          key={each ?? 'all'}
          href={{ pathname: `/sources/${sourceId}`, query: each ? { place: each } : {}, hash: 'said' }}
          className={classes.view}
          aria-current={each === place ? 'true' : undefined}
          scroll={false}
        >
          {each ? t(`place.${each}`) : t('all')}
        </Link>
      ))}
    </nav>
  )
}
