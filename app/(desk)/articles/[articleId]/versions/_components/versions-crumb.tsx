import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The way from the articles to one of an article's texts. */
export function VersionsCrumb({ article, here }: { article: { id: string; title: string }; here: string | null }) {
  const t = useTranslations('versions')
  return (
    <>
      <Link href={`/articles/${article.id}`} dir="auto">
        {article.title}
      </Link>{' '}
      ›{' '}
      {here === null ? (
        <b>{t('title')}</b>
      ) : (
        <>
          <Link href={`/articles/${article.id}/versions`}>{t('title')}</Link> › <b>{here}</b>
        </>
      )}
    </>
  )
}
