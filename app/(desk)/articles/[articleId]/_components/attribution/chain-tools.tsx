'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { ChainBefore } from '@/lib/attributions/queries/proposals'
import type { Reason } from '@/lib/errors'
import { type CopiedChain, useChainCopying } from './use-chain-copying'
import { useChainKeys } from './use-chain-keys'

const GiveDialog = dynamic(() => import('./give-dialog').then((module) => module.GiveDialog))

interface ChainToolsProps {
  claimId: string
  chains: readonly CopiedChain[]
  /** The chain of the claim before, for "the same speaker goes on". */
  before: ChainBefore | null
  /** Why chains of this claim cannot be changed. */
  refusals: readonly Reason[]
}

/** Copying chains by keys (Y, P, G, full stop), and what buttons need for the same. */
export function useChainTools({ claimId, chains, before, refusals }: ChainToolsProps) {
  const copying = useChainCopying(claimId, before)
  const [giving, setGiving] = useState<CopiedChain | null>(null)
  const isOpen = refusals.length === 0
  const focused = () => {
    const id = document.activeElement?.closest('[data-item]')?.getAttribute('data-item')
    return chains.find((chain) => chain.id === id) ?? chains[0] ?? null
  }
  const give = (chain: CopiedChain) => {
    copying.clearError()
    setGiving(chain)
  }
  const withChain = (work: (chain: CopiedChain) => void) => () => {
    const chain = focused()
    if (chain) work(chain)
  }
  useChainKeys({
    y: chains.length > 0 ? withChain(copying.remember) : null,
    g: chains.length > 0 ? withChain(give) : null,
    p: isOpen && copying.paste ? () => void copying.paste?.() : null,
    '.': isOpen && copying.goOn ? () => void copying.goOn?.() : null,
  })
  const dialog = giving && (
    <GiveDialog claimId={claimId} chain={giving} copying={copying} onClose={() => setGiving(null)} />
  )
  return { ...copying, give, dialog }
}

/** The same for the tabs that show no chains: keys alone. */
export function ChainTools(props: ChainToolsProps) {
  return useChainTools(props).dialog
}
