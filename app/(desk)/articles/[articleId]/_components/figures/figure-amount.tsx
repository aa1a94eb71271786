'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FIGURE_MEASURES, FIGURE_QUALIFIERS } from '@/lib/figures/schema'
import { chosen, type FigureDraft } from './figure-draft'
import classes from './figures.module.css'

interface FigureAmountProps {
  draft: FigureDraft
  onChange: (part: Partial<FigureDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** How many of what: measure, qualifier and the numbers. */
export function FigureAmount({ draft, onChange, errorAt }: FigureAmountProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const number = (name: 'low' | 'best' | 'high') => (
    <TextInput
      label={t(`field.${name}`)}
      inputMode="decimal"
      maxLength={30}
      value={draft[name]}
      error={errorAt(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t('field.measure')}
          value={draft.measure}
          data={FIGURE_MEASURES.map((value) => ({ value, label: label(`measure.${value}`) }))}
          onChange={(event) => onChange({ measure: chosen(FIGURE_MEASURES, event.currentTarget.value, draft.measure) })}
        />
        {draft.measure === 'OTHER' && (
          <TextInput
            label={t('field.unit')}
            placeholder={t('help.unit')}
            required
            maxLength={100}
            value={draft.unit}
            error={errorAt('unit')}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('field.qualifier')}
          value={draft.qualifier}
          data={FIGURE_QUALIFIERS.map((value) => ({ value, label: label(`qualifier.${value}`) }))}
          onChange={(event) =>
            onChange({ qualifier: chosen(FIGURE_QUALIFIERS, event.currentTarget.value, draft.qualifier) })
          }
        />
      </div>
      <div className={classes.three}>
        {number('low')}
        {number('best')}
        {number('high')}
      </div>
    </>
  )
}
