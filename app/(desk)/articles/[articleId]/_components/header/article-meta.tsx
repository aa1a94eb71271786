import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import { LanguageName } from '@/app/(desk)/articles/_components/language-name'
import type { ArticleView } from '@/lib/articles/queries'
import { type PermissionFacts, permissionRefusals } from '@/lib/auth/permissions'
import { ArticleMarking } from './article-marking'
import { EditArticleButton } from './edit-article-button'
import classes from './header.module.css'

/** Outlet, date, language and size, version; for an editor the way to correct them. */
export function ArticleMeta({ article, facts }: { article: ArticleView; facts: PermissionFacts }) {
  const t = useTranslations('workbench.meta')
  const locale = useLocale()
  const canEdit = permissionRefusals('article:edit', facts).length === 0 && article.archivedAt === null
  const { shown, language, outlet, published } = article
  return (
    <>
      <span>{outlet?.name ?? t('outletUnknown')}</span>
      <span>
        <WorldDateText value={published} />
        {published?.precision === 'MONTH' && ` ${t('dayUnknown')}`}
      </span>
      <span>
        <LanguageName code={language} />
        {shown.words !== null && ` · ${t('words', { words: shown.words.toLocaleString(locale) })}`}
      </span>
      <span>
        <Link href={`/articles/${article.id}/versions`}>{t('version', { number: shown.number })}</Link>
        {article.toSettle > 0 && (
          <>
            {' · '}
            <Link href={`/articles/${article.id}/versions/settle`}>{t('toSettle', { count: article.toSettle })}</Link>
          </>
        )}
      </span>
      {canEdit && <EditArticleButton article={article} />}
      <span className={classes.narrow}>
        <ArticleMarking article={article} facts={facts} />
      </span>
    </>
  )
}
