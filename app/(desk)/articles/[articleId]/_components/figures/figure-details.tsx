'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import type { FigureView } from '@/lib/figures/queries'
import { FIGURE_BASES, FIGURE_RANKS, INCLUDES_ATTACKERS } from '@/lib/figures/schema'
import { chosen, type FigureDraft } from './figure-draft'
import classes from './figures.module.css'

interface FigureDetailsProps {
  draft: FigureDraft
  figure?: FigureView
  onChange: (part: Partial<FigureDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** What a text rarely says of a figure, folded away. */
export function FigureDetails({ draft, figure, onChange, errorAt }: FigureDetailsProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  // What another figure took the place of is not what holds, and is not offered as such.
  const isSuperseded = figure !== undefined && figure.supersededBy.length > 0
  return (
    <details className={classes.more}>
      <summary>{t('more')}</summary>
      <div className={classes.fields}>
        <div className={classes.pair}>
          <NativeSelect
            label={t('field.includesAttackers')}
            value={draft.includesAttackers}
            data={INCLUDES_ATTACKERS.map((value) => ({ value, label: label(`includesAttackers.${value}`) }))}
            onChange={(event) =>
              onChange({
                includesAttackers: chosen(INCLUDES_ATTACKERS, event.currentTarget.value, draft.includesAttackers),
              })
            }
          />
          <TextInput
            label={t('field.place')}
            maxLength={300}
            value={draft.place}
            error={errorAt('place')}
            onChange={(event) => onChange({ place: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('field.basis')}
            value={draft.basis}
            data={FIGURE_BASES.map((value) => ({ value, label: label(`figureBasis.${value}`) }))}
            onChange={(event) => onChange({ basis: chosen(FIGURE_BASES, event.currentTarget.value, draft.basis) })}
          />
          <NativeSelect
            label={t('field.rank')}
            value={isSuperseded ? 'DEPRECATED' : draft.rank}
            data={FIGURE_RANKS.filter((value) => !isSuperseded || value === 'DEPRECATED').map((value) => ({
              ...{ value, label: label(`rank.${value}`) },
            }))}
            description={isSuperseded ? t('help.rankSuperseded') : undefined}
            error={errorAt('rank')}
            onChange={(event) => onChange({ rank: chosen(FIGURE_RANKS, event.currentTarget.value, draft.rank) })}
          />
        </div>
        <WorldDateInput
          legend={t('field.reportedOn')}
          value={draft.reportedOn}
          onChange={(reportedOn) => onChange({ reportedOn })}
          withVerbatim
          error={errorAt('reportedOn') ?? errorAt('reportedOn.earliest') ?? errorAt('reportedOn.latest')}
        />
      </div>
    </details>
  )
}
