import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './articles.module.css'

interface PagesProps {
  page: number
  pages: number
  search: string
  archived: boolean
}

/** The way to the other pages of the list; nothing when there is one page. */
export function Pages({ page, pages, search, archived }: PagesProps) {
  const t = useTranslations('articles')
  if (pages <= 1 && page === 1) return null
  const hrefOf = (number: number) => ({
    pathname: '/articles',
    query: { ...(search && { q: search }), ...(archived && { archived: '1' }), page: String(number) },
  })
  return (
    <nav aria-label={t('pages')} className={classes.pages}>
      {page > 1 && <Link href={hrefOf(Math.min(page - 1, pages))}>{t('previousPage')}</Link>}
      <span>{t('page', { page, pages })}</span>
      {page < pages && <Link href={hrefOf(page + 1)}>{t('nextPage')}</Link>}
    </nav>
  )
}
