import { useLocale, useTranslations } from 'next-intl'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import { LanguageName } from '@/app/(desk)/articles/_components/language-name'
import type { ArticleView } from '@/lib/articles/queries'
import { type Facts, permissionRefusals } from '@/lib/auth/permissions'
import { segmenterFor } from '@/lib/text/segmenter'
import { ArticleMarking } from './article-marking'
import { EditArticleButton } from './edit-article-button'
import classes from './header.module.css'

/** Words as a person counts them, in the text's language. */
function countWords(text: string, language: string | null): number {
  let count = 0
  // Paragraph by paragraph: segmenting a long text whole takes too long.
  for (const line of text.split('\n'))
    for (const part of segmenterFor(language, 'word').segment(line)) if (part.isWordLike) count++
  return count
}

/** Outlet, date, language and size, version; for an editor the way to correct them. */
export function ArticleMeta({ article, facts }: { article: ArticleView; facts: Facts }) {
  const t = useTranslations('workbench.meta')
  const locale = useLocale()
  const canEdit = permissionRefusals('article:edit', facts).length === 0 && article.archivedAt === null
  const { shown, language, outlet, published } = article
  const words = countWords(shown.text, language).toLocaleString(locale)
  return (
    <>
      <span>{outlet?.name ?? t('outletUnknown')}</span>
      <span>
        <WorldDateText value={published} />
        {published?.precision === 'MONTH' && ` ${t('dayUnknown')}`}
      </span>
      <span>
        <LanguageName code={language} /> · {t('words', { words })}
      </span>
      <span>{t('version', { number: shown.number })}</span>
      {canEdit && <EditArticleButton article={article} />}
      <span className={classes.narrow}>
        <ArticleMarking article={article} facts={facts} />
      </span>
    </>
  )
}
