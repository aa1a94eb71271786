'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { createStore } from '@/app/_ui/store'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { copyAttributionAction } from '@/app/(desk)/_actions/attributions'
import type { ChainBefore } from '@/lib/attributions/queries/proposals'
import { newId } from '@/lib/new-id'
import { useWorkbench } from '../workbench/workbench-context'
import { useChainUndo } from './use-chain-undo'

/** A chain as far as it must be known to be given to other claims. */
export type CopiedChain = { id: string; hopCount: number; claimNumber: number }

// Stays while one walks from claim to claim and from article to article, until the page is loaded anew.
const remembered = createStore<CopiedChain | null>(null)

const targetOf = (claimId: string, { hopCount }: CopiedChain | ChainBefore) => ({
  claimId,
  id: newId(),
  hopIds: Array.from({ length: hopCount }, () => newId()),
})

/** Copying chains between claims: remember one and paste it, give it to several, or let the speaker before go on. */
export function useChainCopying(claimId: string, before: ChainBefore | null) {
  const t = useTranslations('attribution.copy')
  const text = useReasonText()
  const { shown } = useWorkbench()
  const memory = useSyncExternalStore(remembered.subscribe, remembered.get, () => null)
  const { afterCopy } = useChainUndo(claimId, shown.versionId)
  const { run, pending, error, clearError } = useAction(copyAttributionAction)
  const give = async (chain: CopiedChain | ChainBefore, claimIds: readonly string[], goesOn = false) => {
    if (pending) return null
    const targets = claimIds.map((id) => targetOf(id, chain))
    const result = await run({ id: chain.id, targets, ...(goesOn ? { reading: 'INFERRED' as const } : {}) })
    if (result.ok) {
      const number = chain.claimNumber
      afterCopy(result.value.copies, goesOn ? t('wentOn', { number }) : t('given', { number, count: claimIds.length }))
    }
    return result
  }
  const alone = async (chain: CopiedChain | ChainBefore, goesOn: boolean) => {
    const result = await give(chain, [claimId], goesOn)
    if (result && !result.ok) notifications.show({ color: 'false', message: result.error.reasons.map(text).join(' ') })
  }
  return {
    ...{ give, pending, error, clearError, memory },
    remember: (chain: CopiedChain) => {
      remembered.set(chain)
      notifications.show({ id: 'chain-copied', message: t('remembered', { number: chain.claimNumber }) })
    },
    paste: memory ? () => alone(memory, false) : null,
    goOn: before ? () => alone(before, true) : null,
  }
}
