import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/link-button'
import { ProgressMeter } from '@/app/_ui/progress-meter'
import { SaveStatus } from '@/app/_ui/save-status'
import type { ArticleView } from '@/lib/articles/queries'
import type { Facts } from '@/lib/auth/permissions'
import { ArticleMarking } from './article-marking'
import classes from './header.module.css'

/** The right part of the workbench's header: saved state, progress, marking finished, report. */
export function WorkbenchBar({ article, facts }: { article: ArticleView; facts: Facts }) {
  const t = useTranslations('workbench.header')
  const { progress } = article
  return (
    <>
      <SaveStatus />
      {progress.total > 0 && (
        <ProgressMeter
          total={progress.total}
          label={t('approvedOf', { approved: progress.approved, total: progress.total })}
          segments={[
            { value: progress.approved, tone: 'accent', label: t('approved') },
            { value: progress.inReview, tone: 'warning', label: t('inReview') },
          ]}
          width="clamp(32px, 8vw, 120px)"
        />
      )}
      <span className={classes.wide}>
        <ArticleMarking article={article} facts={facts} />
      </span>
      <LinkButton href={`/articles/${article.id}/report`}>{t('report')}</LinkButton>
    </>
  )
}
