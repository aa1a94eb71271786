import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MergePreview } from '@/lib/sources/queries/merge-preview'
import classes from './merge.module.css'

/** One of the two sources that are to become one. */
export function MergeSide({ source, label }: { source: MergePreview['kept']; label: string }) {
  const kind = useTranslations('source.kind')
  const facts = [kind(source.kind), source.role, source.parent?.name, ...source.aliases].filter(Boolean)
  return (
    <div className={classes.side}>
      <div className={classes.label}>{label}</div>
      <Link href={`/sources/${source.id}`} className={classes.name} dir="auto">
        {source.name}
      </Link>
      <div className={classes.facts}>{facts.join(' · ')}</div>
    </div>
  )
}
