'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { takeBackDecisionAction } from '@/app/(desk)/_actions/independence'
import type { Reason } from '@/lib/errors'
import { focusAppearanceNext } from './decided-focus'

interface TakeBackButtonProps {
  id: string
  appearanceId: string
  /** The decision in words. */
  words: string
  reasons: readonly Reason[]
}

/** Takes a decision back: the rules speak again. */
export function TakeBackButton({ id, appearanceId, words, reasons }: TakeBackButtonProps) {
  const t = useTranslations('origins.decision')
  const { run, pending, error } = useAction(takeBackDecisionAction, {
    onSuccess: () => {
      focusAppearanceNext(appearanceId)
      notifications.show({ message: t('takenBack') })
    },
  })
  return (
    <div>
      <FormError error={error} />
      <ReasonedButton
        size="compact-sm"
        variant="subtle"
        reasons={reasons}
        loading={pending}
        aria-label={t('takeBackOf', { decision: words })}
        onClick={() => void run({ id })}
      >
        {t('takeBack')}
      </ReasonedButton>
    </div>
  )
}
