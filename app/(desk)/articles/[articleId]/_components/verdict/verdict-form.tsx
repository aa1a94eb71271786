'use client'

import { Button, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { Note } from '@/app/_ui/note'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { recordVerdictAction } from '@/app/(desk)/_actions/verdicts'
import type { Reason } from '@/lib/errors'
import { EvidenceChoice } from './evidence-choice'
import type { NamedEvidence } from './evidence-name'
import { type ChoosableRating, RatingChoice } from './rating-choice'
import classes from './verdict.module.css'

export interface VerdictFormProps {
  /** `groundsKey` names what a verdict would rest on, as it is shown. */
  claim: { id: string; revision: number; groundsKey: string }
  ratings: readonly ChoosableRating[]
  evidence: readonly NamedEvidence[]
  /** The project's day: the latest that a verdict can speak of. */
  today: string
  reasons: readonly Reason[]
  /** An earlier verdict that is given anew: the form begins with it. */
  again?: EarlierVerdict
  onDone: () => void
}

type EarlierVerdict = {
  id: string
  ratingId: string
  rationale: string
  method: string | null
  evidenceIds: string[]
}

/** What a verdict is likely to rely on: what bears on the claim, not what only repeats or surrounds it. */
const bearing = (evidence: readonly NamedEvidence[]) =>
  evidence.filter(({ stance }) => ['SUPPORTS', 'CONTRADICTS', 'QUALIFIES'].includes(stance)).map(({ id }) => id)

/** A verdict on the claim as this person sees it; what was typed stays until it is saved. */
export function VerdictForm({ claim, ratings, evidence, today, again, onDone }: VerdictFormProps) {
  const t = useTranslations('verdict')
  const router = useRouter()
  const [id] = useState(() => uuidv7())
  // What this person has read: what is newer is read first, and judged then.
  const [seen, setSeen] = useState(claim)
  const begun = again ?? { ratingId: '', rationale: '', method: null, evidenceIds: bearing(evidence) }
  const { ratingId, rationale, method } = begun
  const initial = { ratingId, rationale, method: method ?? '', asOf: today, evidenceIds: begun.evidenceIds }
  const [draft, setDraft] = useState(initial)
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const unsaved = useUnsaved('verdict', {
    of: `${claim.id} ${again?.id ?? ''}`.trim(),
    version: claim.revision,
    value: draft,
    take: setDraft,
  })
  const { run, pending, error, errorAt, clearError } = useAction(recordVerdictAction, {
    unsaved,
    onSuccess: onDone,
    onError: ({ code }) => code === 'conflict' && router.refresh(),
  })
  const isChanged = seen.revision !== claim.revision
  const isStale = isChanged || seen.groundsKey !== claim.groundsKey
  const known = new Set(evidence.map((item) => item.id))
  const evidenceIds = draft.evidenceIds.filter((each) => known.has(each))
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({
          ...draft,
          evidenceIds,
          id,
          claimId: claim.id,
          claimRevision: seen.revision,
          groundsKey: seen.groundsKey,
        })
      }}
    >
      {isStale ? (
        <Note title={t(isChanged ? 'changedWhileWriting.title' : 'changedWhileWriting.groundsTitle')}>
          <p>{t(isChanged ? 'changedWhileWriting.text' : 'changedWhileWriting.groundsText')}</p>
          <Button
            size="compact-sm"
            onClick={() => {
              setSeen(claim)
              clearError()
            }}
          >
            {t('changedWhileWriting.read')}
          </Button>
        </Note>
      ) : (
        <FormError error={error} />
      )}
      <UnsavedNote of={unsaved} />
      {again && (
        <Note tone="accent" title={t('reaffirming.title')}>
          {t(draft.ratingId === again.ratingId ? 'reaffirming.text' : 'reaffirming.otherRating')}
        </Note>
      )}
      <RatingChoice
        ratings={ratings}
        value={draft.ratingId}
        onChange={(chosen) => change({ ratingId: chosen })}
        error={errorAt('ratingId')}
      />
      <Textarea
        label={t('field.rationale')}
        description={t('help.rationale')}
        required
        autosize
        minRows={3}
        maxRows={16}
        maxLength={10_000}
        value={draft.rationale}
        error={errorAt('rationale')}
        onChange={(event) => change({ rationale: event.currentTarget.value })}
      />
      <Textarea
        label={t('field.method')}
        description={t('help.method')}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={5000}
        value={draft.method}
        error={errorAt('method')}
        onChange={(event) => change({ method: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('field.asOf')}
        description={t('help.asOf')}
        required
        max={today}
        maw={220}
        value={draft.asOf}
        error={errorAt('asOf')}
        onChange={(event) => change({ asOf: event.currentTarget.value })}
      />
      <EvidenceChoice
        evidence={evidence}
        value={evidenceIds}
        onChange={(chosen) => change({ evidenceIds: chosen })}
        error={errorAt('evidenceIds')}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {again && draft.ratingId === again.ratingId ? t('reaffirming.save') : t('save')}
        </Button>
      </div>
    </form>
  )
}
