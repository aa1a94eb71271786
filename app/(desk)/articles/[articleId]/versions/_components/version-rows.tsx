import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Pill } from '@/app/_ui/pill'
import type { VersionList } from '@/lib/versions/queries/list-versions'
import classes from './versions.module.css'

/** Each text: when it came, from whom, what it changed, and what became of what stood on the one before. */
export function VersionRows({ articleId, versions }: { articleId: string; versions: VersionList['versions'] }) {
  const t = useTranslations('versions')
  return (
    <ol className={classes.rows}>
      {versions.map((version, at) => (
        <li key={version.id} className={classes.row}>
          <div className={classes.rowHead}>
            <Link href={`/articles/${articleId}/versions/${version.number}`}>
              {t('number', { number: version.number })}
            </Link>
            {at === 0 && <Pill tone="accent">{t('present')}</Pill>}
          </div>
          <div className={classes.facts}>
            <DateText value={version.createdAt} look="dateTime" />
            <span>{version.createdBy?.name ?? t('nobody')}</span>
            {version.fileName && (
              <span translate="no" dir="auto">
                {version.fileName}
              </span>
            )}
            {version.fetchedFrom && version.fetchedAt && (
              <span dir="auto">
                {t.rich('fetchedFrom', {
                  address: version.fetchedFrom,
                  when: () => <DateText value={version.fetchedAt ?? version.createdAt} look="dateTime" />,
                })}
              </span>
            )}
            <span>{t('characters', { count: version.codePoints })}</span>
          </div>
          {version.wordsAdded !== null && version.wordsGone !== null && (
            <div className={classes.facts}>
              <span>{t('wordsChanged', { added: version.wordsAdded, gone: version.wordsGone })}</span>
              {version.exact + version.other > 0 && (
                <span>{t('found', { exact: version.exact, other: version.other, letGo: version.letGo })}</span>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
