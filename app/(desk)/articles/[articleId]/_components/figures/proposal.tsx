'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Kbd } from '@/app/_ui/key-hint'
import classes from './figures.module.css'

interface ProposalProps {
  /** What was read. */
  children: ReactNode
  /** What taking it does, in full, for a screen reader. */
  label: string
  onTake: () => void
}

/** What was read out of words, taken over by one click, or by Enter in the field above. */
export function Proposal({ children, label, onTake }: ProposalProps) {
  const t = useTranslations('figure.proposal')
  return (
    <p className={classes.proposal} role="status">
      <span>{children}</span>
      <Button size="compact-xs" aria-label={label} rightSection={<Kbd keys="↵" />} onClick={onTake}>
        {t('take')}
      </Button>
    </p>
  )
}
