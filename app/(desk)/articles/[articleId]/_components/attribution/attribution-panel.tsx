'use client'

import { useHotkeys } from '@mantine/hooks'
import { IconBrandStackshare, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import type { ChainView } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { saveAttributionAction } from '../../actions/attribution'
import { useWorkbench } from '../workbench-context'
import classes from './attribution.module.css'
import { ChainCard } from './chain-card'
import { ChainForm } from './chain-form'
import { useRemoveChain } from './use-remove-chain'
import { useReturnFocus } from './use-return-focus'

interface AttributionPanelProps {
  claim: ClaimView
  chains: readonly ChainView[]
  reasons: { save: readonly Reason[]; remove: readonly Reason[] }
}

/** Which chain is open for changing; 'new' for one that is not there yet. */
type Editing = { id: string; withNewHop: boolean }

/** The chains of a claim, with their forms. */
export function AttributionPanel({ claim, chains, reasons }: AttributionPanelProps) {
  const t = useTranslations('attribution')
  const { shown } = useWorkbench()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { remove, error, pending } = useRemoveChain(claim.id, shown.versionId)
  const ownVoice = useAction(saveAttributionAction)
  const root = useReturnFocus(editing?.id ?? null)
  const close = () => setEditing(null)
  const open = (id: string, withNewHop: boolean) => setEditing({ id, withNewHop })
  const last = chains.at(-1)
  const addHop = () => {
    // The chain in which the focus stands, else the last one.
    const focused = document.activeElement?.closest('[data-item]')?.getAttribute('data-item')
    open(focused ?? last?.id ?? 'new', true)
  }
  const sayOwnVoice = () =>
    ownVoice.run({ id: newId(), claimId: claim.id, version: null, versionId: shown.versionId, hops: [] })
  useHotkeys([['H', () => !editing && reasons.save.length === 0 && addHop()]])

  const saysOwnVoice = chains.some(({ hops }) => hops.length === 0)
  return (
    <div ref={root} className={classes.tab}>
      <FormError error={error ?? ownVoice.error} />
      {chains.length === 0 && !editing && (
        <EmptyState compact icon={<IconBrandStackshare size={22} />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {chains.map((chain, index) =>
        editing?.id === chain.id ? (
          <ChainForm key={chain.id} claim={claim} chain={chain} withNewHop={editing.withNewHop} onClose={close} />
        ) : (
          <ChainCard key={chain.id} chain={chain} number={index + 1} total={chains.length}>
            <ReasonedButton
              size="compact-sm"
              variant="subtle"
              reasons={reasons.save}
              aria-label={t('editChain', { number: index + 1 })}
              onClick={() => open(chain.id, false)}
            >
              {t('editShort')}
            </ReasonedButton>
            <ReasonedButton
              size="compact-sm"
              variant="subtle"
              color="mute"
              reasons={reasons.remove}
              loading={pending}
              aria-label={t('removeChain', { number: index + 1 })}
              onClick={() => void remove(chain)}
            >
              {t('removeShort')}
            </ReasonedButton>
          </ChainCard>
        ),
      )}
      {editing?.id === 'new' ? (
        <ChainForm claim={claim} withNewHop onClose={close} />
      ) : (
        <div className={classes.buttons} data-add>
          <ReasonedButton
            reasons={reasons.save}
            onClick={addHop}
            leftSection={<IconPlus size={15} aria-hidden />}
            rightSection={<Kbd keys="H" />}
          >
            {t('addHop')}
          </ReasonedButton>
          {chains.length > 0 && (
            <ReasonedButton reasons={reasons.save} onClick={() => open('new', true)}>
              {t('addChain')}
            </ReasonedButton>
          )}
          {!saysOwnVoice && (
            <ReasonedButton reasons={reasons.save} loading={ownVoice.pending} onClick={() => void sayOwnVoice()}>
              {t('sayOwnVoice')}
            </ReasonedButton>
          )}
        </div>
      )}
    </div>
  )
}
