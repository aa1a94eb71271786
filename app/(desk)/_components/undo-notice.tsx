'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useContext } from 'react'
import type { ActionResult } from '@/app/_ui/action-result'
import { lostAnswer } from '@/app/_ui/lost-answer'
import { AfterWriteContext } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'

const UNDO_MS = 15_000

/** Tells of what was done, with a way to take it back; why it could not be taken back is told there too. */
export function useUndoNotice() {
  const t = useTranslations('attribution')
  const text = useReasonText()
  const afterWrite = useContext(AfterWriteContext)
  return useCallback(
    (message: ReactNode, undo: () => Promise<ActionResult<unknown>>) => {
      const id = `undo ${crypto.randomUUID()}`
      const takeBack = async () => {
        notifications.hide(id)
        const result = await undo().catch((thrown: unknown) => ({ ok: false as const, error: lostAnswer(thrown) }))
        if (!result.ok) notifications.show({ color: 'false', message: result.error.reasons.map(text).join(' ') })
        else if (result.isQuiet) afterWrite(() => notifications.hide(id))
      }
      notifications.show({
        id,
        autoClose: UNDO_MS,
        message: (
          <Group justify="space-between" gap="xs">
            {message}
            <Button size="compact-sm" onClick={() => void takeBack()}>
              {t('undo')}
            </Button>
          </Group>
        ),
      })
    },
    [t, text, afterWrite],
  )
}
