'use client'

import { TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { FigureDraft } from './figure-draft'
import { type Group, proposedDate } from './figure-proposal'
import classes from './figures.module.css'
import { Proposal } from './proposal'
import { useDateReading } from './use-date-reading'

interface FigureAsOfProps {
  claimId: string
  draft: FigureDraft
  said: ReadonlySet<Group>
  onChange: (part: Partial<FigureDraft>) => void
  onTake: (part: Partial<FigureDraft>) => void
  error?: string
}

/** When a figure stood so: the text's words for it, the date that is read out of them, and the date itself. */
export function FigureAsOf({ claimId, draft, said, onChange, onTake, error }: FigureAsOfProps) {
  const t = useTranslations('figure')
  const locale = useLocale()
  const { asOf } = draft
  const reading = useDateReading(claimId, asOf.verbatim.trim() || draft.verbatim, {
    ...{ place: draft.place.trim(), eventId: draft.event?.id ?? null },
  })
  const proposed = proposedDate(reading, draft, said)
  const isOffered = reading !== null && Object.keys(proposed).length > 0
  const isAlone = asOf.verbatim.trim() !== '' && asOf.precision === 'UNKNOWN' && !isOffered
  const date = reading && formatWorldDate(reading, dateLocale(locale))
  return (
    <div className={classes.fields}>
      <div>
        <TextInput
          label={t('field.asOfWords')}
          placeholder={t('help.asOfWords')}
          description={isAlone ? t('help.asOfWordsAlone') : undefined}
          maxLength={200}
          value={asOf.verbatim}
          onKeyDown={(event) => {
            // With Ctrl it saves the form.
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !isOffered) return
            event.preventDefault()
            onTake(proposed)
          }}
          // Words alone say no date yet: what is read out of them may still be taken.
          onChange={(event) => onTake({ asOf: { ...asOf, verbatim: event.currentTarget.value } })}
        />
        {isOffered && date && (
          <Proposal label={t('proposal.takeDate', { words: reading.verbatim, date })} onTake={() => onTake(proposed)}>
            {t('proposal.date', { words: reading.verbatim })} <b>{date}</b>
          </Proposal>
        )}
      </div>
      <WorldDateInput
        legend={t('field.asOf')}
        value={asOf}
        onChange={(changed) => onChange({ asOf: changed })}
        error={error}
      />
    </div>
  )
}
