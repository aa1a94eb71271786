'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { dateLocale } from '@/app/_ui/date-format'
import { EventPicker } from '@/app/(desk)/_components/event-picker'
import { useAmounts } from '@/app/(desk)/_components/use-amount'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { FigureChoice, FigureView } from '@/lib/figures/queries'
import { isSameMeasure } from '@/lib/figures/relations'
import { FIGURE_RELATIONS } from '@/lib/figures/schema'
import type { FigureDraft } from './figure-draft'
import classes from './figures.module.css'
import { useFigureChoices } from './use-figure-choices'

interface FigureLinksProps {
  claimId: string
  figure?: FigureView
  draft: FigureDraft
  onChange: (part: Partial<FigureDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** The event of a figure, and what it is to the other figures of that event. */
export function FigureLinks({ claimId, figure, draft, onChange, errorAt }: FigureLinksProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const locale = useLocale()
  const amount = useAmounts()
  const choices = useFigureChoices(claimId, draft.event?.id ?? null)?.filter(({ id }) => id !== figure?.id) ?? []
  const { relation, relatedToId, supersedesId } = draft
  const counted = { measure: draft.measure, unit: draft.unit.trim() || null }
  const told = (figure: FigureChoice | NonNullable<FigureView['supersedes']>) => {
    const { verbatim: words, wording } = figure
    if (!('population' in figure)) return t('links.words', { words, wording })
    const population = figure.population === 'NOT_STATED' ? null : label(`population.${figure.population}`)
    const date = figure.asOf && formatWorldDate(figure.asOf, dateLocale(locale))
    return t('links.figure', { facts: [amount(figure), population, date].filter(Boolean).join(' · '), wording })
  }
  const offered = (list: readonly FigureChoice[], named: FigureView['supersedes'], id: string) => {
    // What is chosen stays in the list, even where it fits no more: the server says why it does not.
    const isListed = list.some((each) => each.id === id)
    const kept = choices.filter((each) => each.id === id)
    const others = isListed ? list : [...(kept.length > 0 ? kept : named ? [named] : []), ...list]
    return [
      { value: '', label: t('links.none') },
      ...others.map((each) => ({
        value: each.id,
        label: told(each),
      })),
    ]
  }
  const ofMeasure = choices.filter((each) => isSameMeasure(each, counted))
  const hasOthers = choices.length > 0 || relatedToId !== '' || supersedesId !== ''
  return (
    <fieldset className={classes.links}>
      <legend>{t('links.title')}</legend>
      <EventPicker
        label={t('field.event')}
        value={draft.event}
        onChange={(event) => onChange({ event })}
        error={errorAt('eventId')}
      />
      {!hasOthers && <p className={classes.empty}>{draft.event ? t('links.noneOfEvent') : t('links.chooseEvent')}</p>}
      {hasOthers && (
        <>
          <div className={classes.pair}>
            <NativeSelect
              label={t('field.relation')}
              value={relation}
              data={[
                { value: '', label: t('links.noRelation') },
                ...FIGURE_RELATIONS.map((value) => ({ value, label: label(`figureRelation.${value}`) })),
              ]}
              error={errorAt('relation')}
              onChange={(event) =>
                onChange({ relation: FIGURE_RELATIONS.find((each) => each === event.currentTarget.value) ?? '' })
              }
            />
            <NativeSelect
              label={t('field.relatedTo')}
              value={relatedToId}
              data={offered(ofMeasure, figure?.relatedTo ?? null, relatedToId)}
              error={errorAt('relatedToId')}
              onChange={(event) => onChange({ relatedToId: event.currentTarget.value })}
            />
          </div>
          <NativeSelect
            label={t('field.supersedes')}
            description={t('help.supersedes')}
            value={supersedesId}
            data={offered(ofMeasure, figure?.supersedes ?? null, supersedesId)}
            error={errorAt('supersedesId')}
            onChange={(event) => onChange({ supersedesId: event.currentTarget.value })}
          />
          {supersedesId !== '' && (
            <Textarea
              label={t('field.supersedesReason')}
              placeholder={t('help.supersedesReason')}
              required
              autosize
              minRows={1}
              maxLength={1000}
              value={draft.supersedesReason}
              error={errorAt('supersedesReason')}
              onChange={(event) => onChange({ supersedesReason: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}
