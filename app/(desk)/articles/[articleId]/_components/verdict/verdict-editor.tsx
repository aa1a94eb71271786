'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { Section } from '@/app/_ui/section'
import { VerdictForm, type VerdictFormProps } from './verdict-form'

type VerdictEditorProps = Omit<VerdictFormProps, 'onDone'> & {
  /** The first verdict is what the tab is for: its form stands open. */
  isFirst: boolean
}

export function VerdictEditor({ isFirst, ...form }: VerdictEditorProps) {
  const t = useTranslations('verdict')
  const [opened, setOpened] = useState(isFirst)
  const title = isFirst ? t('first') : t('another')
  return (
    <Section title={title}>
      {opened && form.reasons.length === 0 ? (
        <VerdictForm {...form} onDone={() => setOpened(false)} />
      ) : (
        <ReasonedButton reasons={form.reasons} onClick={() => setOpened(true)}>
          {t('give')}
        </ReasonedButton>
      )}
    </Section>
  )
}
