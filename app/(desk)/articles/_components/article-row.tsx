import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import { Pill } from '@/app/_ui/pill'
import { ProgressMeter } from '@/app/_ui/progress-meter'
import type { Tone } from '@/app/_ui/tone'
import type { ArticleState } from '@/lib/articles/progress'
import type { ArticleListItem } from '@/lib/articles/queries'
import { WorldDateText } from '../../_components/world-date-text'
import { ArticleMenu } from './article-menu'
import classes from './articles.module.css'
import { LanguageName } from './language-name'

const STATE_LOOKS: Record<ArticleState, { shape: GlyphShape; tone: Tone }> = {
  NEW: { shape: 'empty', tone: 'mute' },
  MARKING: { shape: 'quarter', tone: 'accent' },
  CHECKING: { shape: 'half', tone: 'warning' },
  DONE: { shape: 'full', tone: 'true' },
  NOTHING_TO_CHECK: { shape: 'check', tone: 'mute' },
}

/** What its menu needs: it travels with the page, once for each row. */
function changeable({ id, version, title, language, outlet, published, byline, dateline, ...rest }: ArticleListItem) {
  const { originUrl, archivedAt } = rest
  return { id, version, title, language, outlet, published, byline, dateline, originUrl, archivedAt }
}

/** One article of the list: what it is on the left, how far its check has come on the right. */
export function ArticleRow({ article, reasons }: { article: ArticleListItem; reasons: readonly RefusalReason[] }) {
  const t = useTranslations('articles')
  const { progress } = article
  const look = STATE_LOOKS[progress.state]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link href={`/articles/${article.id}`} className={classes.title} dir="auto">
          {article.title}
        </Link>
        <div className={classes.meta}>
          <WorldDateText value={article.published} />
          <span>{article.outlet?.name ?? t('outletUnknown')}</span>
          <LanguageName code={article.language} />
          <span>{t('length', { count: article.codePoints })}</span>
          {article.versions > 1 && <span>{t('versionNumber', { number: article.versions })}</span>}
        </div>
      </div>
      <div className={classes.progress}>
        <Pill look="plain" tone={look.tone} icon={<Glyph shape={look.shape} tone={look.tone} />}>
          {t(`state.${progress.state}`)}
        </Pill>
        {progress.total > 0 && (
          <ProgressMeter
            total={progress.total}
            label={t('approvedOf', { approved: progress.approved, total: progress.total })}
            width={110}
            segments={[
              { value: progress.approved, tone: 'true', label: t('progress.approved') },
              { value: progress.inReview, tone: 'warning', label: t('progress.inReview') },
              { value: progress.underWay, tone: 'accent', label: t('progress.underWay') },
            ]}
          />
        )}
      </div>
      <ArticleMenu article={changeable(article)} reasons={reasons} />
    </li>
  )
}
