import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Note } from '@/app/_ui/note'
import type { ArticleView } from '@/lib/articles/queries'
import classes from './header.module.css'

/** What keeps this person from marking here, said above the text. */
export function Banners({ article, isReader }: { article: ArticleView; isReader: boolean }) {
  const t = useTranslations('workbench.banner')
  const { archivedAt, markingFinishedAt } = article
  if (archivedAt)
    return (
      <div className={classes.banner}>
        <Note title={t('archived')}>{t('archivedHow')}</Note>
      </div>
    )
  if (isReader)
    return (
      <div className={classes.banner}>
        <Note tone="accent" title={t('reader')}>
          {t('readerHow')}
        </Note>
      </div>
    )
  if (markingFinishedAt)
    return (
      <div className={classes.banner}>
        <Note tone="accent" title={t('finished')}>
          {t('finishedOn')} <DateText value={markingFinishedAt} />. {t('finishedHow')}
        </Note>
      </div>
    )
  return null
}
