import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './sources.module.css'

interface PageLinksProps {
  page: number
  pages: number
  pathname: string
  query: (page: number) => Record<string, string>
  label: string
}

/** The way to the other pages of a list; nothing when there is one page. */
export function PageLinks({ page, pages, pathname, query, label }: PageLinksProps) {
  const t = useTranslations('sources')
  if (pages <= 1 && page === 1) return null
  return (
    <nav aria-label={label} className={classes.pages}>
      {page > 1 && <Link href={{ pathname, query: query(Math.min(page - 1, pages)) }}>{t('previousPage')}</Link>}
      <span>{t('page', { page, pages })}</span>
      {page < pages && <Link href={{ pathname, query: query(page + 1) }}>{t('nextPage')}</Link>}
    </nav>
  )
}
