import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { SourceView } from '@/lib/sources/queries/get-source'

/** Says into what a source was merged; the merge itself, and its undoing, stand further down. */
export function MergedAway({ source, kept }: { source: SourceView; kept: { id: string; name: string } }) {
  const t = useTranslations('sources.merge')
  return (
    <Note title={t('awayTitle')}>
      {t.rich('away', {
        name: source.name,
        kept: () => (
          <Link href={`/sources/${kept.id}`} dir="auto">
            {kept.name}
          </Link>
        ),
      })}{' '}
      <a href="#merges">{t('awayUndo')}</a>
    </Note>
  )
}
