'use client'

import { NativeSelect, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import reading from '@/app/_ui/reading.module.css'
import { AS_PROPOSED, type ReadingChoices } from '@/lib/import/choices'
import type { ImportPreview } from '@/lib/import/queries'
import { EncodingNotes } from './encoding-notes'
import classes from './intake.module.css'
import { LineWayChoice } from './line-way-choice'
import { PartsList } from './parts-list'

interface TextPreviewProps {
  preview: ImportPreview
  fileName: string | null
  pending: boolean
  choices: ReadingChoices
  onChoices: (choices: ReadingChoices) => void
}

/** The beginning of a text as it is read, its size, what is taken off it, and the encoding with the other possible ones. */
export function TextPreview({ preview, fileName, pending, choices, onChoices }: TextPreviewProps) {
  const t = useTranslations('import')
  const { words, paragraphs, codePoints, beginning, groups } = preview
  const { encoding } = preview
  const encodings = encoding ? [encoding, ...preview.alternatives] : []
  const partial = beginning.length < codePoints
  const toggle = (group: number) => {
    const { toggled } = choices
    const next = toggled.includes(group) ? toggled.filter((each) => each !== group) : [...toggled, group]
    onChoices({ ...choices, toggled: next })
  }
  return (
    <div aria-busy={pending}>
      <div className={classes.facts}>
        {fileName && <span>{fileName}</span>}
        <span>{t(`format.${preview.format}`)}</span>
        <span>{t('words', { count: words })}</span>
        <span>{t('paragraphs', { count: paragraphs })}</span>
        <span>{t('characters', { count: codePoints })}</span>
      </div>
      {encodings.length > 1 && (
        <NativeSelect
          label={t('encoding')}
          description={t('encodingHelp')}
          value={encoding ?? ''}
          disabled={pending}
          // Another text: its parts are others.
          onChange={(event) => onChoices({ ...AS_PROPOSED, encoding: event.currentTarget.value })}
          data={encodings.map((each) => ({ value: each, label: t(`encodingName.${each}`) }))}
          mb="md"
          maw={340}
        />
      )}
      {(preview.format === 'html' || choices.asText) && (
        <Switch
          mb="md"
          label={t('asText')}
          checked={choices.asText}
          disabled={pending}
          onChange={(event) => onChoices({ ...choices, asText: event.currentTarget.checked, toggled: [], lines: null })}
        />
      )}
      <EncodingNotes
        isMending={choices.mend}
        preview={preview}
        disabled={pending}
        onMend={(mend) => onChoices({ ...choices, mend, toggled: [] })}
      />
      <PartsList groups={groups} toggled={choices.toggled} disabled={pending} onToggle={toggle} />
      <LineWayChoice
        chosen={choices.lines}
        lines={preview.lines}
        disabled={pending}
        onChange={(lines) => onChoices({ ...choices, lines })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={classes.text} aria-label={t('beginning')} tabIndex={0}>
        {beginning.split(/\n\s*\n/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={index} className={reading.paragraph} translate="no" dir="auto">
            {paragraph}
          </p>
        ))}
        {partial && <p className={classes.more}>{t('more')}</p>}
      </section>
    </div>
  )
}
