'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { reopenClaimAction, returnClaimAction, withdrawClaimAction } from '@/app/(desk)/_actions/review'
import type { ReviewOption } from '@/lib/review/standing'
import { WordsDialog } from '../review/words-dialog'

/** The move of the review that unlocks a claim, so that its verdict can be given anew. */
export function UnlockButton({ claimId: id, option: { action, refusals } }: { claimId: string; option: ReviewOption }) {
  const t = useTranslations('review')
  const [opened, setOpened] = useState(false)
  const withdraw = useAction(withdrawClaimAction)
  const close = () => setOpened(false)
  return (
    <>
      <ReasonedButton
        reasons={refusals}
        loading={withdraw.pending}
        onClick={() => (action === 'withdraw' ? void withdraw.run({ id }) : setOpened(true))}
      >
        {t(`action.${action}`)}
      </ReasonedButton>
      <FormError error={withdraw.error} />
      {opened && action === 'reopen' && (
        <WordsDialog
          claimId={id}
          move="reopen"
          action={reopenClaimAction}
          input={(reason) => ({ id, reason })}
          onClose={close}
        />
      )}
      {opened && action === 'return' && (
        <WordsDialog
          claimId={id}
          move="return"
          action={returnClaimAction}
          input={(comment) => ({ id, commentId: uuidv7(), comment })}
          onClose={close}
        />
      )}
    </>
  )
}
