import { Button, TextInput } from '@mantine/core'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './articles.module.css'

/** Search in titles, and the switch between current and archived articles; both live in the address. */
export function ArticleFilter({ search, archived }: { search: string; archived: boolean }) {
  const t = useTranslations('articles')
  const query = search ? { q: search } : {}
  return (
    <div className={classes.filter}>
      <Form action="/articles" role="search" className={classes.search}>
        {archived && <input type="hidden" name="archived" value="1" />}
        <TextInput
          key={search}
          type="search"
          name="q"
          defaultValue={search}
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={200}
          className={classes.searchField}
        />
        <Button type="submit">{t('searchButton')}</Button>
      </Form>
      <nav aria-label={t('show')} className={classes.views}>
        <Link
          href={{ pathname: '/articles', query }}
          className={classes.view}
          aria-current={archived ? undefined : 'true'}
        >
          {t('current')}
        </Link>
        <Link
          href={{ pathname: '/articles', query: { ...query, archived: '1' } }}
          className={classes.view}
          aria-current={archived ? 'true' : undefined}
        >
          {t('archived')}
        </Link>
      </nav>
    </div>
  )
}
