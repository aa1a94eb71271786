'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { Section } from '@/app/_ui/section'
import classes from './verdict.module.css'
import type { VerdictFormProps } from './verdict-form'

// Fetched when it is opened, as most who read a claim give no verdict.
const VerdictForm = dynamic(() => import('./verdict-form').then((module) => module.VerdictForm), {
  loading: () => <Skeleton height={320} radius={9} />,
})

type VerdictEditorProps = Omit<VerdictFormProps, 'onDone'> & {
  /** The first verdict is what the tab is for: its form stands open. */
  isFirst: boolean
}

/** Gives a verdict; where an earlier one needs attention (`again`), also the same one anew. */
export function VerdictEditor({ isFirst, again, ...form }: VerdictEditorProps) {
  const t = useTranslations('verdict')
  const [opened, setOpened] = useState<'again' | 'new' | null>(isFirst ? 'new' : null)
  const title = isFirst ? t('first') : again ? t('reaffirmOrDecide') : t('another')
  return (
    <Section title={title}>
      {opened && form.reasons.length === 0 ? (
        <VerdictForm
          key={opened}
          {...form}
          again={opened === 'again' ? again : undefined}
          onDone={() => setOpened(null)}
        />
      ) : (
        <div className={classes.foot}>
          {again && (
            <ReasonedButton reasons={form.reasons} onClick={() => setOpened('again')}>
              {t('reaffirm')}
            </ReasonedButton>
          )}
          <ReasonedButton reasons={form.reasons} onClick={() => setOpened('new')}>
            {again ? t('decideAnew') : t('give')}
          </ReasonedButton>
        </div>
      )}
    </Section>
  )
}
