'use client'

import { Button, Textarea } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useAmount } from '@/app/(desk)/_components/use-amount'
import { countryName } from '@/lib/figures/country'
import { type Amount, readNextQuantity } from '@/lib/figures/read-quantity'
import { sliceCodePoints } from '@/lib/text/code-points'
import { useWorkbench } from '../workbench/workbench-context'
import type { FigureDraft } from './figure-draft'
import { type Group, proposedBy } from './figure-proposal'
import classes from './figures.module.css'
import { Proposal } from './proposal'

interface FigureWordsProps {
  draft: FigureDraft
  said: ReadonlySet<Group>
  /** The quantities of these words that are there already. */
  stated: readonly Amount[]
  onChange: (part: Partial<FigureDraft>) => void
  /** Takes what was read into the fields: it is not said by anybody yet. */
  onTake: (part: Partial<FigureDraft>) => void
  error?: string
}

/** The text's words for a figure, typed or taken from the selection, and what is read out of them. */
export function FigureWords({ draft, said, stated, onChange, onTake, error }: FigureWordsProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const locale = useLocale()
  const { shown, readSelection } = useWorkbench()
  const reading = readNextQuantity(draft.verbatim, stated)
  const proposed = proposedBy(reading, draft, said, locale)
  const isOffered = Object.keys(proposed).length > 0
  const amount = useAmount({ unit: null, ...(reading ?? NOTHING), measure: reading?.measure ?? draft.measure })
  const read = [
    amount,
    reading?.population && label(`population.${reading.population}`),
    reading?.country && countryName(reading.country, locale),
  ].filter(Boolean)
  const select = () => {
    const place = readSelection()
    if (place) onChange({ verbatim: sliceCodePoints(shown.text, place.start, place.end).slice(0, 500) })
  }
  return (
    <div>
      <Textarea
        label={t('field.verbatim')}
        description={t('help.verbatim')}
        required
        autosize
        minRows={1}
        maxRows={6}
        maxLength={500}
        data-autofocus
        autoFocus
        value={draft.verbatim}
        error={error}
        onKeyDown={(event) => {
          // With Ctrl it saves the form.
          if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
          if (event.nativeEvent.isComposing || !isOffered) return
          event.preventDefault()
          onTake(proposed)
        }}
        onChange={(event) => onChange({ verbatim: event.currentTarget.value })}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes.take}
        // The press must not take the selection away that it is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={select}
        aria-label={t('useSelectionFor')}
      >
        {t('useSelection')}
      </Button>
      {isOffered && (
        <Proposal label={t('proposal.takeFigure', { read: read.join(' · ') })} onTake={() => onTake(proposed)}>
          {t('proposal.read')} <b>{read.join(' · ')}</b>
        </Proposal>
      )}
    </div>
  )
}

const NOTHING = { qualifier: 'VAGUE', low: null, best: null, high: null } as const
