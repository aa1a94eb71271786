'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { WordsText } from '../hops/hop-draft'
import { WordsField } from '../hops/words-field'
import type { KnowsDraft } from './knows-draft'

interface KnowsFieldsProps {
  draft: KnowsDraft
  onChange: (draft: KnowsDraft) => void
  /** The text in which words can be taken; null: only a reason can be given. */
  text: WordsText | null
  /** The claim states a figure that is a tally. */
  hasTally: boolean
  error?: string | undefined
}

/** What an origin rests on: words of the text, or a reason. */
export function KnowsFields({ draft, onChange, text, hasTally, error }: KnowsFieldsProps) {
  const t = useTranslations('knows')
  return (
    <>
      <p>{t('founded')}</p>
      {hasTally && draft.knows === 'OWN_STATEMENT' && <Note tone="accent">{t('tally')}</Note>}
      {text && (
        <WordsField
          label={t('words')}
          placeholder={t('wordsHint')}
          value={draft.words}
          onChange={(words) => onChange({ ...draft, words })}
          text={text}
        />
      )}
      <Textarea
        label={t('reason')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        value={draft.reason}
        error={error}
        onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
      />
    </>
  )
}
