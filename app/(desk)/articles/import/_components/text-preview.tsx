'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import reading from '@/app/_ui/reading.module.css'
import type { ImportPreview } from '@/lib/import/queries'
import classes from './import.module.css'

interface TextPreviewProps {
  preview: ImportPreview
  fileName: string | null
  pending: boolean
  onEncoding: (encoding: string) => void
}

/** The beginning of a text as it is read, its size, what is taken off it, and the encoding with the other possible ones. */
export function TextPreview({ preview, fileName, pending, onEncoding }: TextPreviewProps) {
  const t = useTranslations('import')
  const { words, paragraphs, codePoints, beginning, removed, unreadable } = preview
  const encodings = [preview.encoding, ...preview.alternatives]
  const partial = beginning.length < codePoints
  return (
    <div aria-busy={pending}>
      <div className={classes.facts}>
        {fileName && <span>{fileName}</span>}
        <span>{t('words', { count: words })}</span>
        <span>{t('paragraphs', { count: paragraphs })}</span>
        <span>{t('characters', { count: codePoints })}</span>
      </div>
      {encodings.length > 1 && (
        <NativeSelect
          label={t('encoding')}
          description={t('encodingHelp')}
          value={preview.encoding}
          disabled={pending}
          onChange={(event) => onEncoding(event.currentTarget.value)}
          data={encodings.map((encoding) => ({ value: encoding, label: t(`encodingName.${encoding}`) }))}
          mb="md"
          maw={340}
        />
      )}
      {unreadable > 0 && <Note>{t('unreadable', { count: unreadable })}</Note>}
      {removed && (
        <p className={classes.removed}>
          {t('removed')} <del>{removed}</del>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={classes.text} aria-label={t('beginning')} tabIndex={0}>
        {beginning.split(/\n\s*\n/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={index} className={reading.paragraph} translate="no">
            {paragraph}
          </p>
        ))}
        {partial && <p className={classes.more}>{t('more')}</p>}
      </section>
    </div>
  )
}
