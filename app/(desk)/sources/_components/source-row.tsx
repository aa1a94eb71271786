import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceListItem } from '@/lib/sources/queries/list-sources'
import { GradePill } from './grade-pill'
import classes from './sources.module.css'

/** One source of the directory: who it is on the left, where it stands and how far it is trusted on the right. */
export function SourceRow({ source }: { source: SourceListItem }) {
  const t = useTranslations('sources')
  const kind = useTranslations('source.kind')
  const { claims, asOrigin, asRelay, more } = source
  // A voice is often called by what it is.
  const role = source.role && nameKey(source.role) !== nameKey(source.name) ? source.role : null
  const places = [
    !more && asOrigin > 0 && t('asOrigin', { count: asOrigin }),
    !more && asRelay > 0 && t('asRelay', { count: asRelay }),
  ].filter(Boolean)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link href={`/sources/${source.id}`} className={classes.name} dir="auto">
          {source.name}
        </Link>
        <div className={classes.meta}>
          <span>{source.articleId ? t('article') : kind(source.kind)}</span>
          {role && <span dir="auto">{role}</span>}
          {source.parent && <span dir="auto">{source.parent.name}</span>}
          {source.aliases.length > 0 && <span>{t('alsoKnown', { names: source.aliases.join(', ') })}</span>}
        </div>
      </div>
      <div className={classes.counts}>
        <span>{claims > 0 ? t(more ? 'claimsMany' : 'claims', { count: claims }) : t('neverUsed')}</span>
        {places.length > 0 && <span className={classes.places}>{places.join(' · ')}</span>}
      </div>
      <div className={classes.grade}>
        {source.grade ? <GradePill grade={source.grade} /> : <span className={classes.quiet}>{t('notJudged')}</span>}
      </div>
    </li>
  )
}
