import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/link-button'
import { SaveStatus } from '@/app/_ui/save-status'
import type { ArticleView } from '@/lib/articles/queries'
import type { PermissionFacts } from '@/lib/auth/permissions'
import { ArticleMarking } from './article-marking'
import { ArticleProgress } from './article-progress'
import classes from './header.module.css'

/** The right part of the workbench's header: saved state, progress, marking finished, report. */
export function WorkbenchBar({ article, facts }: { article: ArticleView; facts: PermissionFacts }) {
  const t = useTranslations('workbench.header')
  return (
    <>
      <SaveStatus />
      <ArticleProgress />
      <span className={classes.wide}>
        <ArticleMarking article={article} facts={facts} />
      </span>
      <LinkButton href={`/articles/${article.id}/report`}>{t('report')}</LinkButton>
    </>
  )
}
