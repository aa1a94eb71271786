import { Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { ImportPreview } from '@/lib/import/queries'
import classes from './intake.module.css'

interface EncodingNotesProps {
  preview: Pick<ImportPreview, 'doubtful' | 'mojibake' | 'unreadable' | 'damaged'>
  isMending: boolean
  disabled: boolean
  onMend: (mend: boolean) => void
}

const MOST_SHOWN = 20

/** What is doubtful about how bytes became letters: words to look at, words that were misread on their way, damaged places. */
export function EncodingNotes({ preview, isMending, disabled, onMend }: EncodingNotesProps) {
  const t = useTranslations('import')
  const { doubtful, mojibake, unreadable, damaged } = preview
  return (
    <div className={classes.notes}>
      {doubtful.length > 0 && (
        <p className={classes.words}>
          {t('doubtfulWords')}{' '}
          {doubtful.map((word) => (
            <span key={word} translate="no" dir="auto">
              {word}
            </span>
          ))}
        </p>
      )}
      {mojibake && (
        <Note title={t('mojibake', { count: mojibake.count })}>
          <p className={classes.words}>
            {mojibake.words.slice(0, MOST_SHOWN).map(({ before, after }) => (
              <span key={before} translate="no" dir="auto">
                <del>{before}</del> → {after}
              </span>
            ))}
          </p>
          <Switch
            label={t('mend')}
            checked={isMending}
            disabled={disabled}
            onChange={(event) => onMend(event.currentTarget.checked)}
          />
        </Note>
      )}
      {unreadable > 0 && (
        <Note title={t('unreadable', { count: unreadable })}>
          <ul className={classes.places}>
            {damaged.map(({ line, before, after }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they never move
              <li key={at}>
                {t('line', { line })}{' '}
                <span translate="no" dir="auto">
                  …{before}
                  <mark>�</mark>
                  {after}…
                </span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  )
}
