'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { LOCKED_STATES } from '@/lib/claims/lock'
import type { MarkView } from '@/lib/review/mark-view'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './attribution.module.css'
import type { CopiedChain, useChainCopying } from './use-chain-copying'

interface GiveDialogProps {
  claimId: string
  chain: CopiedChain
  copying: ReturnType<typeof useChainCopying>
  onClose: () => void
}

const startOf = (claim: MarkView | undefined) => claim?.spans[0]?.start ?? 0
const isLocked = ({ state }: MarkView) => LOCKED_STATES.includes(state) || state === 'DROPPED'

/** Gives a chain to other claims of the article: a list to tick, those nearest in the text first. */
export function GiveDialog({ claimId, chain, copying, onClose }: GiveDialogProps) {
  const t = useTranslations('attribution.copy')
  const state = useTranslations('state')
  const { claims } = useWorkbench()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const at = startOf(claims.find(({ id }) => id === claimId))
  const away = (claim: MarkView) => Math.abs(startOf(claim) - at)
  const others = claims.filter(({ id }) => id !== claimId).sort((a, b) => away(a) - away(b))
  const give = async () => {
    const result = await copying.give(chain, ticked)
    if (result?.ok) onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('giveTitle', { number: chain.claimNumber })}
      confirmLabel={t('giveTo', { count: ticked.length })}
      onConfirm={() => void give()}
      pending={copying.pending}
      error={copying.error}
    >
      {others.length === 0 && <p>{t('noOther')}</p>}
      <Checkbox.Group aria-label={t('targets')} value={[...ticked]} onChange={setTicked}>
        <ul className={classes.targets}>
          {others.map((claim, index) => (
            <li key={claim.id}>
              <Checkbox
                value={claim.id}
                data-autofocus={index === 0 || undefined}
                disabled={isLocked(claim)}
                label={`${claim.number} · ${claim.wording}`}
                description={isLocked(claim) ? state(claim.state) : undefined}
              />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
    </ConfirmDialog>
  )
}
