'use client'

import { useHotkeys } from '@mantine/hooks'
import { IconBrandStackshare } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormError } from '@/app/_ui/form-error'
import { useAction } from '@/app/_ui/use-action'
import { removeAttributionAction, saveAttributionAction } from '@/app/(desk)/_actions/attributions'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { ChainView } from '@/lib/attributions/queries'
import type { ChainBefore } from '@/lib/attributions/queries/proposals'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import type { Question } from '@/lib/independence/origins'
import { newId } from '@/lib/new-id'
import type { HopDraft } from '../hops/hop-draft'
import { useReturnFocus } from '../hops/use-return-focus'
import { useWorkbench } from '../workbench/workbench-context'
import { AddChain } from './add-chain'
import classes from './attribution.module.css'
import { ChainButtons } from './chain-buttons'
import { ChainCard } from './chain-card'
import { ChainQuestion } from './chain-question'
import { useChainTools } from './chain-tools'
import { Proposals } from './proposals'
import type { CopiedChain } from './use-chain-copying'
import { useChainUndo } from './use-chain-undo'

const ChainForm = dynamic(() => import('./chain-form').then((module) => module.ChainForm))

interface AttributionPanelProps {
  claim: ClaimView
  chains: readonly ChainView[]
  /** The same, as far as copying them needs. */
  copied: readonly CopiedChain[]
  proposals: readonly MatchedChain[]
  before: ChainBefore | null
  /** By chain: what a person is asked of it. */
  questions: Readonly<Record<string, Question>>
  /** The claim states a figure that is a tally. */
  hasTally: boolean
  reasons: { save: readonly Reason[]; remove: readonly Reason[] }
}

/** Which chain is open for changing; 'new' for one that is not there yet. */
type Editing = { id: string; withNewHop: boolean; proposed?: readonly HopDraft[] }

/** The chains of a claim, with their forms, and those that the text suggests. */
export function AttributionPanel({ claim, chains, copied, proposals, before, reasons, ...of }: AttributionPanelProps) {
  const t = useTranslations('attribution')
  const { shown } = useWorkbench()
  const [editing, setEditing] = useState<Editing | null>(null)
  const removal = useAction(removeAttributionAction)
  const nobody = useAction(saveAttributionAction)
  const undo = useChainUndo(claim.id, shown.versionId)
  const tools = useChainTools({ claimId: claim.id, chains: copied, before, refusals: reasons.save })
  const root = useReturnFocus(editing?.id ?? null)
  const close = () => setEditing(null)
  const open = (id: string, withNewHop: boolean) => setEditing({ id, withNewHop })
  const last = chains.at(-1)
  const addHop = () => {
    // The chain in which the focus stands, else the last one.
    const focused = document.activeElement?.closest('[data-item]')?.getAttribute('data-item')
    open(focused ?? last?.id ?? 'new', true)
  }
  const remove = async (chain: ChainView) => {
    const result = await removal.run({ id: chain.id, version: chain.version })
    if (result.ok) undo.afterRemoval(chain)
  }
  const sayNobody = () =>
    nobody.run({ id: newId(), claimId: claim.id, version: null, versionId: shown.versionId, hops: [] })
  useHotkeys([['H', () => !editing && reasons.save.length === 0 && addHop()]])

  return (
    <div ref={root} className={classes.tab}>
      <FormError error={removal.error ?? nobody.error} />
      {chains.length === 0 && proposals.length === 0 && !editing && (
        <EmptyState compact icon={<IconBrandStackshare size={22} />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {chains.map((chain, index) =>
        editing?.id === chain.id ? (
          <ChainForm
            key={chain.id}
            claim={claim}
            chain={chain}
            withNewHop={editing.withNewHop}
            onClose={close}
            onSaved={(saved) => undo.afterSave(saved, chain)}
          />
        ) : (
          <ChainCard
            key={chain.id}
            chain={chain}
            number={index + 1}
            total={chains.length}
            question={
              of.questions[chain.id] && (
                <ChainQuestion
                  claim={claim}
                  chain={chain}
                  hasTally={of.hasTally}
                  refusals={reasons.save}
                  onSaved={(saved) => undo.afterSave(saved, chain)}
                />
              )
            }
          >
            <ChainButtons
              number={index + 1}
              reasons={reasons}
              pending={removal.pending}
              onEdit={() => open(chain.id, false)}
              onRemove={() => void remove(chain)}
              onCopy={() => copied[index] && tools.remember(copied[index])}
              onGive={() => copied[index] && tools.give(copied[index])}
            />
          </ChainCard>
        ),
      )}
      {!editing && (
        <Proposals
          claimId={claim.id}
          proposals={proposals}
          refusals={reasons.save}
          most={3}
          onEdit={(proposed) => setEditing({ id: 'new', withNewHop: false, proposed })}
        />
      )}
      {editing?.id === 'new' ? (
        <ChainForm
          claim={claim}
          proposed={editing.proposed}
          withNewHop={editing.withNewHop}
          onClose={close}
          onSaved={(saved) => undo.afterSave(saved, null)}
        />
      ) : (
        <AddChain
          reasons={reasons.save}
          hasChains={chains.length > 0}
          saysNobody={chains.some(({ hops }) => hops.length === 0)}
          pending={nobody.pending || tools.pending}
          before={before}
          tools={tools}
          onHop={addHop}
          onChain={() => open('new', true)}
          onNobody={() => void sayNobody()}
        />
      )}
      {tools.dialog}
    </div>
  )
}
