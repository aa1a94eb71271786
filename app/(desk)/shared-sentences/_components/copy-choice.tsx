'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { RefusalReason } from '@/app/_ui/action-result'
import { DateText } from '@/app/_ui/date-text'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import type { SharedSentence } from '@/lib/copies/shared-sentence'
import type { QuotedRange } from '@/lib/text/code-points'
import { decideCopyAction, takeBackCopyDecisionAction } from '../../_actions/copies'
import classes from './shared-sentences.module.css'

type WordsOfSide = { versionId: string | null; evidenceId: string | null } & QuotedRange

interface CopyChoiceProps {
  one: WordsOfSide
  other: WordsOfSide
  ruling: SharedSentence['ruling']
  refusals: { decide: RefusalReason[]; takeBack: RefusalReason[] }
}

const CHOICES = ['oneCopied', 'otherCopied', 'common', 'notCopied'] as const
type Choice = (typeof CHOICES)[number]
const KINDS = {
  oneCopied: 'COPIED_FROM',
  otherCopied: 'COPIED_FROM',
  common: 'COMMON_ORIGIN',
  notCopied: 'NOT_COPIED',
} as const

function choiceOf(ruling: NonNullable<SharedSentence['ruling']>): Choice {
  if (ruling.kind === 'COPIED_FROM') return ruling.isReversed ? 'otherCopied' : 'oneCopied'
  return ruling.kind === 'COMMON_ORIGIN' ? 'common' : 'notCopied'
}

/** What a person says of a shared sentence: a decision in force and its taking back, or the choices. */
export function CopyChoice({ one, other, ruling, refusals }: CopyChoiceProps) {
  const t = useTranslations('sharedSentences')
  const [reason, setReason] = useState('')
  const unsaved = useUnsaved('copy', {
    of: [one, other].map((side) => `${side.versionId ?? side.evidenceId} ${side.start} ${side.end}`).join(' '),
    value: reason,
    take: setReason,
    isOpen: !ruling && refusals.decide.length === 0,
  })
  const decide = useAction(decideCopyAction, { unsaved, onSuccess: () => setReason('') })
  const takeBack = useAction(takeBackCopyDecisionAction)
  const pending = decide.pending || takeBack.pending
  const choose = (choice: Choice) => {
    const [copy, original] = choice === 'otherCopied' ? [other, one] : [one, other]
    return decide.run({ id: uuidv7(), kind: KINDS[choice], copy, original, reason })
  }
  return (
    <div className={classes.choice}>
      {ruling ? (
        <div className={classes.ruling}>
          <p>
            <strong>{t(`choice.${choiceOf(ruling)}`)}</strong>
            {' · '}
            {t.rich('decidedBy', { name: ruling.by, date: () => <DateText value={ruling.at} look="dateTime" /> })}
            {ruling.reason && (
              <span className={classes.reason} dir="auto">
                {ruling.reason}
              </span>
            )}
          </p>
          <ReasonedButton
            size="compact-sm"
            reasons={refusals.takeBack}
            loading={pending}
            onClick={() => takeBack.run({ id: ruling.id, reason: null })}
          >
            {t('takeBack')}
          </ReasonedButton>
        </div>
      ) : (
        <fieldset className={classes.choices}>
          <legend>{t('question')}</legend>
          <div className={classes.buttons}>
            {CHOICES.map((choice) => (
              <ReasonedButton key={choice} reasons={refusals.decide} disabled={pending} onClick={() => choose(choice)}>
                {t(`choice.${choice}`)}
              </ReasonedButton>
            ))}
          </div>
          <UnsavedNote of={unsaved} />
          {refusals.decide.length === 0 && (
            <TextInput
              label={t('reason')}
              value={reason}
              maxLength={2000}
              onChange={(event) => setReason(event.currentTarget.value)}
              className={classes.reasonField}
            />
          )}
        </fieldset>
      )}
      <FormError error={decide.error ?? takeBack.error} />
    </div>
  )
}
