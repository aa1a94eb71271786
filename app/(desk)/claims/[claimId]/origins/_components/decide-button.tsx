'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { Reason } from '@/lib/errors'
import { DecideDialog, type DecisionAbout } from './decide-dialog'

/** Opens the dialog in which a person decides above the rules. */
export function DecideButton({ reasons, ...about }: DecisionAbout & { reasons: readonly Reason[] }) {
  const t = useTranslations('origins.decide')
  const [opened, setOpened] = useState(false)
  const { mode, count, name } = about
  const labels = {
    decide: [t('open'), t('openOf', { count })],
    part: [t('part'), t('partOf', { count })],
    join: [t('join'), t('joinOf', { name })],
    concerned: [t('concerned'), t('concernedOf', { count })],
  }
  const [words, label] = labels[mode]
  return (
    <>
      <ReasonedButton
        size="compact-sm"
        variant={mode === 'decide' ? 'filled' : 'subtle'}
        reasons={reasons}
        aria-label={label}
        onClick={() => setOpened(true)}
      >
        {words}
      </ReasonedButton>
      {opened && <DecideDialog {...about} onClose={() => setOpened(false)} />}
    </>
  )
}
