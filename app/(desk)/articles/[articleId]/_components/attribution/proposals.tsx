'use client'

import { useSyncExternalStore } from 'react'
import { createStore } from '@/app/_ui/store'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { Reason } from '@/lib/errors'
import type { HopDraft } from '../hops/hop-draft'
import { useWorkbench } from '../workbench/workbench-context'
import { ProposalCard } from './proposal-card'

// "No" holds until the page is loaded anew: the text goes on suggesting what it suggests.
const dismissed = createStore<readonly string[]>([])

const keyOf = (claimId: string, { hops }: MatchedChain) =>
  [claimId, ...hops.flatMap((hop) => [hop.source.name, hop.cueWords?.start ?? '', hop.sourceWords?.start ?? ''])].join(
    '/',
  )

interface ProposalsProps {
  claimId: string
  proposals: readonly MatchedChain[]
  refusals: readonly Reason[]
  /** At most so many. */
  most: number
  onEdit?: (hops: HopDraft[]) => void
}

/** What the text suggests for a claim. Without a form of its own, changing a proposal leads to the tab that has one. */
export function Proposals({ claimId, proposals, refusals, most, onEdit }: ProposalsProps) {
  const { select } = useWorkbench()
  const put = useSyncExternalStore(dismissed.subscribe, dismissed.get, dismissed.get)
  const shown = proposals.filter((each) => !put.includes(keyOf(claimId, each))).slice(0, most)
  return shown.map((proposal, index) => (
    <ProposalCard
      key={keyOf(claimId, proposal)}
      claimId={claimId}
      proposal={proposal}
      refusals={refusals}
      withKey={index === 0}
      onEdit={onEdit ?? (() => select(claimId, { tab: 'attribution' }))}
      onDismiss={() => dismissed.set([...dismissed.get(), keyOf(claimId, proposal)])}
    />
  ))
}
