'use client'

import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { ClaimView } from '@/lib/claims/queries'
import type { AssignablePerson } from '@/lib/review/queries/assignable'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { useAction } from '../../../../../_ui/use-action'
import { assignClaimAction, planClaimAction } from '../../actions/review'
import classes from './review.module.css'

type Props = {
  mode: 'assign' | 'reassign' | 'plan'
  claim: ClaimView
  people: AssignablePerson[]
  onClose: () => void
}

/** Who checks, who reviews, by when. `plan` leaves the checker as they are. */
export function AssignDialog({ mode, claim, people, onClose }: Props) {
  const t = useTranslations('review')
  const current = claim.assignment
  const [assigneeId, setAssigneeId] = useState<string | null>(mode === 'assign' ? null : (current?.assignee.id ?? null))
  const [reviewerId, setReviewerId] = useState<string | null>(current?.reviewer?.id ?? null)
  const [dueOn, setDueOn] = useState(current?.dueOn ?? '')
  const [reason, setReason] = useState('')
  const assign = useAction(assignClaimAction, { onSuccess: onClose })
  const plan = useAction(planClaimAction, { onSuccess: onClose })
  const { pending, error, errorAt } = mode === 'plan' ? plan : assign

  const label = ({ name, inHand }: AssignablePerson) =>
    t(inHand.more ? 'busyPerson' : 'person', { name, count: inHand.count })
  const choices = people.map((person) => ({ value: person.id, label: label(person) }))
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
        {mode !== 'plan' && (
          <Select
            label={t('field.assignee')}
            placeholder={t('field.choose')}
            data={choices}
            value={assigneeId}
            onChange={setAssigneeId}
            error={errorAt('assigneeId')}
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
          error={errorAt('reviewerId')}
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
