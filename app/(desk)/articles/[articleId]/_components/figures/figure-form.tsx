'use client'

import { Button } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { useInView } from '@/app/_ui/use-in-view'
import { saveFigureAction } from '@/app/(desk)/_actions/figures'
import { worldDateOf } from '@/lib/dates/world-date'
import { numberOf } from '@/lib/figures/quantity'
import type { FigureView } from '@/lib/figures/queries'
import type { Amount } from '@/lib/figures/read-quantity'
import { FigureAmount } from './figure-amount'
import { FigureAsOf } from './figure-as-of'
import { FigureDetails } from './figure-details'
import { countedOf, draftOfFigure, type FigureDraft, type FigureStart } from './figure-draft'
import { FigureLinks } from './figure-links'
import { FigurePopulation } from './figure-population'
import { groupsOf, saidIn } from './figure-proposal'
import { FigureStating, foundChains, mayState, type OfferedChains } from './figure-stating'
import { FigureWords } from './figure-words'
import classes from './figures.module.css'

interface FigureFormProps {
  claimId: string
  /** Left out for a new figure. */
  figure?: FigureView
  passage?: string
  offered: OfferedChains
  start?: FigureStart
  /** The quantities that the claim states already: the next ones are read. */
  stated?: readonly Amount[]
  onClose: () => void
  /** A new figure is saved, and another one follows. */
  onNext?: (saved: FigureDraft) => void
}

/** One figure, new or changed; what was typed stays when it is refused, and no proposal overwrites it. */
export function FigureForm(props: FigureFormProps) {
  const { claimId, figure, passage = '', start, stated = [], offered, onClose, onNext } = props
  const t = useTranslations('figure')
  const locale = useLocale()
  const form = useInView<HTMLFormElement>()
  const [id] = useState(() => figure?.id ?? uuidv7())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(figure?.version ?? null)
  const [draft, setDraft] = useState(() => draftOfFigure(figure, passage, locale, start))
  const [said, setSaid] = useState(() => saidIn(figure))
  const unsaved = useUnsaved('figure', {
    of: figure?.id ?? claimId,
    version,
    value: draft,
    take: (kept) => {
      setDraft(kept)
      setSaid(new Set(groupsOf(kept)))
    },
  })
  const { run, pending, error, errorAt } = useAction(saveFigureAction, { unsaved })
  const take = (part: Partial<FigureDraft>) => setDraft((before) => ({ ...before, ...part }))
  const set = (part: Partial<FigureDraft>) => {
    take(part)
    setSaid((before) => new Set([...before, ...groupsOf(part)]))
  }
  const live = new Set(offered.chains.map(({ id }) => id))
  const isAsked = mayState(offered).length > 1
  const chosenChains = draft.statedBy?.filter((each) => live.has(each)) ?? foundChains(draft.verbatim, offered)
  const save = async (then: () => void) => {
    const { low, best, high, asOf, reportedOn, event, relation, relatedToId, supersedesId, group: _, ...rest } = draft
    const numbers = { low: numberOf(low), best: numberOf(best), high: numberOf(high) }
    const dates = { asOf: worldDateOf(asOf), reportedOn: worldDateOf(reportedOn) }
    const links = {
      eventId: event?.id ?? null,
      relation: relation || null,
      relatedToId: relatedToId || null,
      supersedesId: supersedesId || null,
    }
    // An only chain is nobody's answer: with a second one it will be asked.
    const statedBy = isAsked ? chosenChains : (draft.statedBy ?? undefined)
    const { ok } = await run({
      id,
      claimId,
      version,
      ...rest,
      ...countedOf(draft),
      ...numbers,
      ...dates,
      ...links,
      statedBy,
    })
    if (ok) then()
  }
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      aria-label={figure ? t('editThis', { words: figure.verbatim }) : t('add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save(onClose)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        void save(event.shiftKey && onNext ? () => onNext(draft) : onClose)
      }}
    >
      <FormError error={error} />
      <UnsavedNote of={unsaved} />
      <FigureWords draft={draft} said={said} stated={stated} onChange={set} onTake={take} error={errorAt('verbatim')} />
      <FigureAmount draft={draft} onChange={set} errorAt={errorAt} />
      <FigurePopulation draft={draft} onChange={set} errorAt={errorAt} />
      <FigureAsOf
        claimId={claimId}
        draft={draft}
        said={said}
        onChange={set}
        onTake={take}
        error={errorAt('asOf') ?? errorAt('asOf.earliest') ?? errorAt('asOf.latest')}
      />
      <FigureStating offered={offered} chosen={chosenChains} onChange={(statedBy) => set({ statedBy })} />
      <FigureLinks claimId={claimId} figure={figure} draft={draft} onChange={set} errorAt={errorAt} />
      <FigureDetails draft={draft} figure={figure} onChange={set} errorAt={errorAt} />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        {onNext && (
          <Button loading={pending} onClick={() => void save(() => onNext(draft))}>
            {t('saveAndNext')}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
