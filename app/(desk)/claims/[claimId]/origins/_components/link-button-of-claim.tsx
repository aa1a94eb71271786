'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { Reason } from '@/lib/errors'
import { LinkDialog } from './link-dialog'

export function LinkButtonOfClaim({ claimId, reasons }: { claimId: string; reasons: readonly Reason[] }) {
  const t = useTranslations('origins.links')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ReasonedButton size="xs" reasons={reasons} onClick={() => setOpened(true)}>
        {t('add')}
      </ReasonedButton>
      {opened && <LinkDialog claimId={claimId} onClose={() => setOpened(false)} />}
    </>
  )
}
