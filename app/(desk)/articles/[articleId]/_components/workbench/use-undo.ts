'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import type { ActionError } from '@/app/_ui/action-result'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { redoLastStepAction, undoLastStepAction } from '@/app/(desk)/_actions/claims'
import type { WorkbenchApi } from './workbench-context'

/** Undoes the person's own last step in the article, or on one claim, and says what was undone or why it was not. */
export function useUndo({ shown, select, showUnsaved }: Pick<WorkbenchApi, 'shown' | 'select' | 'showUnsaved'>) {
  const { articleId } = shown
  const t = useTranslations('workbench.undo')
  const text = useReasonText()
  const refused = ({ reasons }: ActionError) =>
    notifications.show({ color: 'false', message: reasons.map(text).join(' ') })
  const undoing = useAction(undoLastStepAction, {
    onSuccess: ({ id, undone, deleted }) => {
      notifications.show({
        message: t('done', { step: t(`step.${undone}`) }),
      })
      // A mark that is taken back at once may never have been among the page's claims.
      if (deleted) showUnsaved(null)
      // What was given to several claims is shown at none of them.
      if (id) select(deleted ? null : id)
    },
    onError: refused,
  })
  const redoing = useAction(redoLastStepAction, {
    onSuccess: ({ id, redone, deleted }) => {
      notifications.show({ message: t('redone', { step: t(`step.${redone}`) }) })
      if (deleted) showUnsaved(null)
      if (id) select(deleted ? null : id)
    },
    onError: refused,
  })
  const pending = undoing.pending || redoing.pending
  const undo = (claimId?: string) => {
    if (!pending) undoing.run(claimId ? { articleId, claimId } : { articleId })
  }
  const redo = () => {
    if (!pending) redoing.run({ articleId })
  }
  return { undo, redo, pending }
}
