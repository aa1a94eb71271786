import { IconX } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './claims.module.css'

interface KeptToProps {
  /** How what the list is kept to is called; null: there is no such thing. */
  names: { source: string | null; event: string | null; article: string | null }
  query: Record<string, string>
}

/** What a link has kept the list to, each with a way to let go of it. */
export function KeptTo({ names, query }: KeptToProps) {
  const t = useTranslations('claims.kept')
  const unknown = t('unknown')
  const place = query.place === 'origin' || query.place === 'relay' ? query.place : 'any'
  const kept = [
    query.source && { name: 'source', label: t(`source.${place}`, { name: names.source ?? unknown }) },
    query.event && { name: 'event', label: t('event', { name: names.event ?? unknown }) },
    query.article && { name: 'article', label: t('article', { name: names.article ?? unknown }) },
    query.tag && { name: 'tag', label: t('tag', { name: query.tag }) },
  ].filter((each) => typeof each === 'object')
  if (kept.length === 0) return null
  const without = (gone: string) => {
    const rest = Object.entries(query).filter(([name]) => name !== gone && !(gone === 'source' && name === 'place'))
    return { pathname: '/claims', query: Object.fromEntries(rest) }
  }
  return (
    <ul className={classes.kept} aria-label={t('label')}>
      {kept.map(({ name, label }) => (
        <li key={name}>
          <span dir="auto">{label}</span>
          <Link href={without(name)} aria-label={t('letGo', { what: label })}>
            <IconX size={14} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
