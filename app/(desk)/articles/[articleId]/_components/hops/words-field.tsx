'use client'

import { Button, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from '../attribution/attribution.module.css'
import { isLost, type WordsDraft, type WordsText, wordsSelected, wordsTyped } from './hop-draft'

interface WordsFieldProps {
  label: string
  placeholder: string
  value: WordsDraft
  onChange: (value: WordsDraft) => void
  text: WordsText
}

/** Words of the text: typed, and found nearest to the passage, or taken from what is selected in the text. */
export function WordsField({ label, placeholder, value, onChange, text }: WordsFieldProps) {
  const t = useTranslations('attribution')
  const { readSelection } = text
  const take = () => {
    const place = readSelection?.()
    if (place) onChange(wordsSelected(place, text))
  }
  return (
    <div className={classes.words}>
      <TextInput
        label={label}
        placeholder={placeholder}
        maxLength={500}
        value={value.typed}
        onChange={(event) => onChange(wordsTyped(event.currentTarget.value, text))}
        description={value.paragraph !== null ? t('foundAt', { number: value.paragraph }) : undefined}
        error={isLost(value) ? t('notInText') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {readSelection && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={classes.take}
          // The press must not take the selection away that it is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={take}
          aria-label={t('useSelectionFor', { field: label })}
        >
          {t('useSelection')}
        </Button>
      )}
    </div>
  )
}
