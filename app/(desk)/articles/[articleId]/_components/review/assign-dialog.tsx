'use client'

import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { assignClaimAction, planClaimAction } from '@/app/(desk)/_actions/review'
import type { ClaimView } from '@/lib/claims/queries'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { useAction } from '../../../../../_ui/use-action'
import classes from './review.module.css'
import { useAssignable } from './use-assignable'

type Props = {
  mode: 'assign' | 'reassign' | 'plan'
  claim: ClaimView
  onClose: () => void
}

/** Who checks, who reviews, by when. `plan` leaves the checker as they are. */
export function AssignDialog({ mode, claim, onClose }: Props) {
  const t = useTranslations('review')
  const current = claim.assignment
  const [assigneeId, setAssigneeId] = useState<string | null>(mode === 'assign' ? null : (current?.assignee.id ?? null))
  const [reviewerId, setReviewerId] = useState<string | null>(current?.reviewer?.id ?? null)
  const [dueOn, setDueOn] = useState(current?.dueOn ?? '')
  const [reason, setReason] = useState('')
  const unsaved = useUnsaved(`assign ${mode}`, {
    of: claim.id,
    value: { reason, dueOn },
    take: (kept) => {
      setReason(kept.reason)
      setDueOn(kept.dueOn)
    },
  })
  const assign = useAction(assignClaimAction, { unsaved, onSuccess: onClose })
  const plan = useAction(planClaimAction, { unsaved, onSuccess: onClose })
  const { pending, error, errorAt } = mode === 'plan' ? plan : assign

  const { people, hasFailed } = useAssignable(claim)
  const choices = people.map(({ id, name, inHand }) => ({
    value: id,
    label: inHand ? t(inHand.more ? 'busyPerson' : 'person', { name, count: inHand.count }) : name,
  }))
  const noPeople = hasFailed ? t('field.noPeople') : undefined
  const confirm = () => {
    if (mode === 'plan') return plan.run({ id: claim.id, reviewerId, dueOn })
    return assign.run({ id: claim.id, assignmentId: uuidv7(), assigneeId: assigneeId ?? '', reviewerId, dueOn, reason })
  }

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`dialog.${mode}.title`)}
      confirmLabel={t(`dialog.${mode}.confirm`)}
      onConfirm={() => void confirm()}
      pending={pending}
      error={error}
    >
      <div className={classes.fields}>
        <UnsavedNote of={unsaved} />
        {mode !== 'plan' && (
          <Select
            label={t('field.assignee')}
            placeholder={t('field.choose')}
            data={choices}
            value={assigneeId}
            onChange={setAssigneeId}
            error={errorAt('assigneeId') ?? noPeople}
            searchable
            // The list would cover the fields below as soon as the dialog opens.
            openOnFocus={false}
            withAsterisk
            data-autofocus
          />
        )}
        <Select
          label={t('field.reviewer')}
          description={t('field.reviewerHelp')}
          placeholder={t('field.anyEditor')}
          data={choices.filter((choice) => choice.value !== assigneeId)}
          value={reviewerId}
          onChange={setReviewerId}
          error={errorAt('reviewerId') ?? noPeople}
          searchable
          clearable
        />
        <TextInput
          type="date"
          label={t('field.dueOn')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
          error={errorAt('dueOn')}
        />
        {mode === 'reassign' && (
          <Textarea
            label={t('field.reason')}
            description={t('field.reasonHelp')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={errorAt('reason')}
            autosize
            minRows={2}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}
