'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { undoLastStepAction } from '@/app/(desk)/_actions/claims'
import type { WorkbenchApi } from './workbench-context'

/** Undoes the person's own last step in the article, or on one claim, and says what was undone or why it was not. */
export function useUndo({ shown, select, showUnsaved }: Pick<WorkbenchApi, 'shown' | 'select' | 'showUnsaved'>) {
  const { articleId } = shown
  const t = useTranslations('workbench.undo')
  const text = useReasonText()
  const { run, pending } = useAction(undoLastStepAction, {
    onSuccess: ({ id, undone, deleted }) => {
      notifications.show({
        message: t('done', { step: undone.replace('claim:', '') }),
      })
      // A mark that is taken back at once may never have been among the page's claims.
      if (deleted) showUnsaved(null)
      select(deleted ? null : id)
    },
    onError: ({ reasons }) => notifications.show({ color: 'false', message: reasons.map(text).join(' ') }),
  })
  const undo = (claimId?: string) => {
    if (!pending) run(claimId ? { articleId, claimId } : { articleId })
  }
  return { undo, pending }
}
