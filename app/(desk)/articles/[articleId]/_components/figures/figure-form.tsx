'use client'

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { useAction } from '@/app/_ui/use-action'
import { useInView } from '@/app/_ui/use-in-view'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import { numberOf } from '@/lib/figures/quantity'
import type { FigureView } from '@/lib/figures/queries'
import { FIGURE_MEASURES, FIGURE_POPULATIONS, FIGURE_QUALIFIERS } from '@/lib/figures/schema'
import { worldDateOf } from '@/lib/text/world-date'
import { saveFigureAction } from '../../actions/figures'
import { FigureDetails } from './figure-details'
import { chosen, draftOfFigure, type FigureDraft } from './figure-draft'
import classes from './figures.module.css'

interface FigureFormProps {
  claimId: string
  /** Left out for a new figure. */
  figure?: FigureView
  passage?: string
  onClose: () => void
}

/** One figure, new or changed; what was typed stays when it is refused. */
export function FigureForm({ claimId, figure, passage = '', onClose }: FigureFormProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const form = useInView<HTMLFormElement>()
  const [id] = useState(() => figure?.id ?? uuidv7())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(figure?.version ?? null)
  const [draft, setDraft] = useState(() => draftOfFigure(figure, passage))
  const { run, pending, error, errorAt } = useAction(saveFigureAction, { onSuccess: onClose })
  const set = (part: Partial<FigureDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    const { low, best, high, asOf, reportedOn, ...rest } = draft
    const numbers = { low: numberOf(low), best: numberOf(best), high: numberOf(high) }
    const dates = { asOf: worldDateOf(asOf), reportedOn: worldDateOf(reportedOn) }
    void run({ id, claimId, version, ...rest, ...numbers, ...dates })
  }
  const number = (name: 'low' | 'best' | 'high') => (
    <TextInput
      label={t(`field.${name}`)}
      inputMode="decimal"
      maxLength={30}
      value={draft[name]}
      error={errorAt(name)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormError error={error} />
      <Textarea
        label={t('field.verbatim')}
        description={t('help.verbatim')}
        required
        autosize
        minRows={1}
        maxRows={6}
        maxLength={500}
        data-autofocus
        value={draft.verbatim}
        error={errorAt('verbatim')}
        onChange={(event) => set({ verbatim: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('field.measure')}
          value={draft.measure}
          data={FIGURE_MEASURES.map((value) => ({ value, label: label(`measure.${value}`) }))}
          onChange={(event) => set({ measure: chosen(FIGURE_MEASURES, event.currentTarget.value, draft.measure) })}
        />
        {draft.measure === 'OTHER' && (
          <TextInput
            label={t('field.unit')}
            placeholder={t('help.unit')}
            required
            maxLength={100}
            value={draft.unit}
            error={errorAt('unit')}
            onChange={(event) => set({ unit: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('field.qualifier')}
          value={draft.qualifier}
          data={FIGURE_QUALIFIERS.map((value) => ({ value, label: label(`qualifier.${value}`) }))}
          onChange={(event) =>
            set({ qualifier: chosen(FIGURE_QUALIFIERS, event.currentTarget.value, draft.qualifier) })
          }
        />
      </div>
      <div className={classes.three}>
        {number('low')}
        {number('best')}
        {number('high')}
      </div>
      <NativeSelect
        label={t('field.population')}
        value={draft.population}
        data={FIGURE_POPULATIONS.map((value) => ({ value, label: label(`population.${value}`) }))}
        onChange={(event) =>
          set({ population: chosen(FIGURE_POPULATIONS, event.currentTarget.value, draft.population) })
        }
      />
      <WorldDateInput
        legend={t('field.asOf')}
        value={draft.asOf}
        onChange={(asOf) => set({ asOf })}
        withVerbatim
        error={errorAt('asOf') ?? errorAt('asOf.earliest') ?? errorAt('asOf.latest')}
      />
      <FigureDetails draft={draft} onChange={set} errorAt={errorAt} />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
