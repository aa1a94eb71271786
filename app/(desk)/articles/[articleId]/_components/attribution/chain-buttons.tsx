'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { Reason } from '@/lib/errors'

interface ChainButtonsProps {
  number: number
  reasons: { save: readonly Reason[]; remove: readonly Reason[] }
  pending: boolean
  onEdit: () => void
  onRemove: () => void
  onCopy: () => void
  onGive: () => void
}

/** What can be done with one chain. */
export function ChainButtons({ number, reasons, pending, ...on }: ChainButtonsProps) {
  const t = useTranslations('attribution')
  const small = { size: 'compact-sm', variant: 'subtle' } as const
  return (
    <>
      <ReasonedButton {...small} reasons={reasons.save} aria-label={t('editChain', { number })} onClick={on.onEdit}>
        {t('editShort')}
      </ReasonedButton>
      <Button
        {...small}
        color="mute"
        aria-label={t('copy.copyChain', { number })}
        onClick={on.onCopy}
        rightSection={<Kbd keys="Y" />}
      >
        {t('copy.short')}
      </Button>
      <Button
        {...small}
        color="mute"
        aria-label={t('copy.giveChain', { number })}
        onClick={on.onGive}
        rightSection={<Kbd keys="G" />}
      >
        {t('copy.give')}
      </Button>
      <ReasonedButton
        {...small}
        color="mute"
        reasons={reasons.remove}
        loading={pending}
        aria-label={t('removeChain', { number })}
        onClick={on.onRemove}
      >
        {t('removeShort')}
      </ReasonedButton>
    </>
  )
}
