import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { listArticles } from '@/lib/articles/queries'
import { getCtx } from '../../../_server/actor'
import { EmptyState } from '../../../_ui/empty-state'
import { LinkButton } from '../../../_ui/link-button'
import { ProgressMeter } from '../../../_ui/progress-meter'
import { Section } from '../../../_ui/section'
import classes from './desk.module.css'

const SHOWN = 6

/** How far the newest articles have come. */
export async function ArticleProgressList() {
  const [t, tArticles, { articles, total }] = await Promise.all([
    getTranslations('desk'),
    getTranslations('articles'),
    listArticles(await getCtx()),
  ])
  return (
    <Section
      title={t('articles')}
      count={total}
      look="flush"
      actions={
        <LinkButton href="/articles" size="compact-sm" variant="subtle">
          {t('allArticles')}
        </LinkButton>
      }
    >
      {articles.length === 0 && (
        <EmptyState compact title={t('noArticles')}>
          {t('noArticlesHelp')}
        </EmptyState>
      )}
      <ul className={classes.articles}>
        {articles.slice(0, SHOWN).map(({ id, title, progress }) => (
          <li key={id}>
            <Link href={`/articles/${id}`} className={classes.articleRow}>
              <span className={classes.wording} dir="auto">
                {title}
              </span>
              {progress.total === 0 ? (
                <span className={classes.when}>{tArticles(`state.${progress.state}`)}</span>
              ) : (
                <ProgressMeter
                  total={progress.total}
                  label={tArticles('approvedOf', { approved: progress.approved, total: progress.total })}
                  segments={[
                    { value: progress.approved, tone: 'true', label: tArticles('progress.approved') },
                    { value: progress.inReview, tone: 'warning', label: tArticles('progress.inReview') },
                    { value: progress.underWay, tone: 'accent', label: tArticles('progress.underWay') },
                  ]}
                />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
