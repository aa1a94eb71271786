import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { NextPage, Pages } from '@/lib/database/pages'
import classes from './page-links.module.css'

interface PageLinksProps {
  pages: Pages
  label: string
  pathname: string
  /** What the address asks for besides the page. */
  query: Record<string, string>
}

/** The way to the other pages of a list; nothing when there is one page. A page without a number leads on, and to the first one. */
export function PageLinks({ pages: { page, pages, more, next }, label, pathname, query }: PageLinksProps) {
  const t = useTranslations('ui')
  if (page === 1 && next === null) return null
  const hrefOf = (at: NextPage) => ({
    pathname,
    query: { ...query, ...('after' in at ? { after: at.after } : at.page > 1 && { page: String(at.page) }) },
  })
  return (
    <nav aria-label={label} className={classes.pages}>
      {page === null && <Link href={hrefOf({ page: 1 })}>{t('firstPage')}</Link>}
      {page !== null && page > 1 && <Link href={hrefOf({ page: Math.min(page - 1, pages) })}>{t('previousPage')}</Link>}
      {page !== null && <span>{more ? t('pageOfMore', { page }) : t('page', { page, pages })}</span>}
      {next && <Link href={hrefOf(next)}>{t('nextPage')}</Link>}
    </nav>
  )
}
