import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { useReasonText } from '@/app/_ui/use-reason-text'
import classes from './intake.module.css'
import type { FetchedPage } from './received'

/** Where a page was fetched from, and what is to be known of it. */
export function FetchedNote({ fetched }: { fetched: FetchedPage | null }) {
  const t = useTranslations('import')
  const text = useReasonText()
  if (!fetched) return null
  return (
    <div className={classes.notes}>
      <p className={classes.fetchedFrom}>{t('fetchedFrom', { address: fetched.address })}</p>
      {fetched.notes.map((key) => (
        <Note key={key}>{text({ key })}</Note>
      ))}
    </div>
  )
}
