'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import {
  assignClaimAction,
  dropClaimAction,
  reopenClaimAction,
  restoreClaimAction,
  returnClaimAction,
  startCheckingAction,
  submitClaimAction,
  withdrawClaimAction,
} from '@/app/(desk)/_actions/review'
import type { ClaimView } from '@/lib/claims/queries'
import type { ReviewOption, ReviewOptions } from '@/lib/review/standing'
import type { ReviewAction } from '@/lib/review/workflow'
import { FormError } from '../../../../../_ui/form-error'
import { ReasonedButton } from '../../../../../_ui/reasoned-button'
import { useAction } from '../../../../../_ui/use-action'
import { useFloor } from '../../../../../_ui/use-floor'
import { ApproveDialog } from './approve-dialog'
import { AssignDialog } from './assign-dialog'
import classes from './review.module.css'
import { WordsDialog } from './words-dialog'

type Dialog = ReviewAction | 'plan' | null
type Props = {
  claim: ClaimView
  review: ReviewOptions
  canPlan: boolean
  me: string
  /** What other figures of the event say of the same thing. */
  rivals: ReactNode
}

// The move that leads on is the one filled button; what takes something away is quiet.
const FORWARD: readonly ReviewAction[] = ['assign', 'take', 'start', 'submit', 'approve']

/** The move that leads on comes first, what is refused after what can be done. */
const placeOf = ({ action, refusals }: ReviewOption) => (refusals.length > 0 ? 2 : FORWARD.includes(action) ? 0 : 1)

export function ReviewActions({ claim, review, canPlan, me, rivals }: Props) {
  const t = useTranslations('review')
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  const start = useAction(startCheckingAction)
  const submit = useAction(submitClaimAction)
  const withdraw = useAction(withdrawClaimAction)
  const take = useAction(assignClaimAction)
  const bar = useFloor<HTMLElement>()
  const { id } = claim

  // The others ask for words or people first.
  const atOnce: Partial<Record<ReviewAction, () => void>> = {
    start: () => void start.run({ id }),
    submit: () => void submit.run({ id }),
    withdraw: () => void withdraw.run({ id }),
    take: () => void take.run({ id, assignmentId: uuidv7(), assigneeId: me, dueOn: null, reason: null }),
  }
  const drop = review.options.find(({ action }) => action === 'drop')
  const moves = review.options.filter((option) => option !== drop).toSorted((a, b) => placeOf(a) - placeOf(b))
  const error = start.error ?? submit.error ?? withdraw.error ?? take.error
  const pending = start.pending || submit.pending || withdraw.pending || take.pending

  return (
    <section ref={bar} className={classes.bar} aria-label={t('moves')}>
      <FormError error={error} />
      <div className={classes.buttons}>
        {moves.map(({ action, refusals }) => (
          <ReasonedButton
            key={action}
            reasons={refusals}
            variant={FORWARD.includes(action) && refusals.length === 0 ? 'filled' : 'default'}
            loading={pending && atOnce[action] !== undefined}
            onClick={atOnce[action] ?? (() => setDialog(action))}
          >
            {t(`action.${action}`)}
          </ReasonedButton>
        ))}
        {canPlan && <Button onClick={() => setDialog('plan')}>{t('action.plan')}</Button>}
        {drop && (
          <ReasonedButton reasons={drop.refusals} variant="subtle" color="mute" onClick={() => setDialog('drop')}>
            {t('action.drop')}
          </ReasonedButton>
        )}
      </div>
      {(dialog === 'assign' || dialog === 'reassign' || dialog === 'plan') && (
        <AssignDialog mode={dialog} claim={claim} onClose={close} />
      )}
      {dialog === 'approve' && review.verdictId && (
        <ApproveDialog
          claimId={id}
          verdictId={review.verdictId}
          claimRevision={review.claimRevision}
          origins={review.origins}
          lacking={review.originsLacking}
          rivals={rivals}
          onClose={close}
        />
      )}
      {dialog === 'return' && (
        <WordsDialog
          claimId={id}
          move="return"
          action={returnClaimAction}
          input={(comment) => ({ id, commentId: uuidv7(), comment })}
          onClose={close}
        />
      )}
      {dialog === 'drop' && (
        <WordsDialog
          claimId={id}
          move="drop"
          action={dropClaimAction}
          input={(reason) => ({ id, reason })}
          onClose={close}
        />
      )}
      {dialog === 'reopen' && (
        <WordsDialog
          claimId={id}
          move="reopen"
          action={reopenClaimAction}
          input={(reason) => ({ id, reason })}
          onClose={close}
        />
      )}
      {dialog === 'restore' && (
        <WordsDialog
          claimId={id}
          move="restore"
          action={restoreClaimAction}
          input={(reason) => ({ id, reason })}
          onClose={close}
        />
      )}
    </section>
  )
}
