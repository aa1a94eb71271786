'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useAction } from '@/app/_ui/use-action'
import { takeBackDecisionAction } from '@/app/(desk)/_actions/independence'
import { focusAppearanceNext } from './decided-focus'

const UNDO_MS = 15_000

/** Says that a decision is saved, and offers to take it back at once. */
export function useUndoDecision() {
  const t = useTranslations('origins')
  const { run } = useAction(takeBackDecisionAction)
  return (id: string, appearanceId: string) => {
    const notice = `decided ${id}`
    const undo = async () => {
      notifications.hide(notice)
      const result = await run({ id })
      if (result.ok) {
        focusAppearanceNext(appearanceId)
        notifications.show({ message: t('decision.takenBack') })
      }
    }
    notifications.show({
      id: notice,
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" gap="xs">
          {t('decide.saved')}
          <Button size="compact-sm" onClick={() => void undo()}>
            {t('decide.undo')}
          </Button>
        </Group>
      ),
    })
  }
}
