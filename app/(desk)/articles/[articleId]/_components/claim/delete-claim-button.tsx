'use client'

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { deleteClaimAction } from '@/app/(desk)/_actions/claims'
import type { ClaimView } from '@/lib/claims/queries'
import { useUndo } from '../workbench/use-undo'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './claim-tab.module.css'

/** Deletes at once and offers to undo, instead of asking first. */
export function DeleteClaimButton({ claim }: { claim: ClaimView }) {
  const t = useTranslations('claim')
  const text = useReasonText()
  const workbench = useWorkbench()
  const { select, focusText, setOpenColumn } = workbench
  const { undo } = useUndo(workbench)
  const { run, pending } = useAction(deleteClaimAction, {
    onSuccess: ({ id }) => {
      const notice = `deleted-${id}`
      const onUndo = () => {
        notifications.hide(notice)
        undo(id)
      }
      notifications.show({
        id: notice,
        autoClose: 15_000,
        message: (
          <span className={classes.undo}>
            {t('deleted')}
            <Button size="compact-sm" onClick={onUndo}>
              {t('undo')}
            </Button>
          </span>
        ),
      })
      select(null, { saved: true })
      setOpenColumn('text')
      focusText()
    },
    onError: ({ reasons }) => notifications.show({ color: 'false', message: reasons.map(text).join(' ') }),
  })
  return (
    <ReasonedButton
      reasons={claim.refusals.delete}
      loading={pending}
      onClick={() => run({ id: claim.id, version: claim.version })}
    >
      {t('delete')}
    </ReasonedButton>
  )
}
