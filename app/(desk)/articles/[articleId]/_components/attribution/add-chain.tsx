'use client'

import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { ChainBefore } from '@/lib/attributions/queries/proposals'
import type { Reason } from '@/lib/errors'
import classes from './attribution.module.css'
import type { useChainTools } from './chain-tools'

interface AddChainProps {
  reasons: readonly Reason[]
  hasChains: boolean
  saysNobody: boolean
  pending: boolean
  before: ChainBefore | null
  tools: Pick<ReturnType<typeof useChainTools>, 'goOn' | 'paste' | 'memory'>
  onHop: () => void
  onChain: () => void
  onNobody: () => void
}

/** The ways to a chain: a hop by hand, that nobody is named, the speaker before, or a chain that was copied. */
export function AddChain({ reasons, hasChains, saysNobody, pending, before, tools, ...on }: AddChainProps) {
  const t = useTranslations('attribution')
  const { goOn, paste, memory } = tools
  return (
    <div className={classes.buttons} data-add>
      <ReasonedButton
        reasons={reasons}
        onClick={on.onHop}
        leftSection={<IconPlus size={15} aria-hidden />}
        rightSection={<Kbd keys="H" />}
      >
        {t('addHop')}
      </ReasonedButton>
      {hasChains && (
        <ReasonedButton reasons={reasons} onClick={on.onChain}>
          {t('addChain')}
        </ReasonedButton>
      )}
      {!saysNobody && (
        <ReasonedButton reasons={reasons} loading={pending} onClick={on.onNobody}>
          {t('sayNobody')}
        </ReasonedButton>
      )}
      {before && goOn && (
        <ReasonedButton
          reasons={reasons}
          loading={pending}
          onClick={() => void goOn()}
          rightSection={<Kbd keys="." />}
          title={t('copy.goOnFrom', { number: before.claimNumber })}
        >
          {t('copy.goOn')}
        </ReasonedButton>
      )}
      {memory && paste && (
        <ReasonedButton
          reasons={reasons}
          loading={pending}
          onClick={() => void paste()}
          rightSection={<Kbd keys="P" />}
        >
          {t('copy.paste', { number: memory.claimNumber })}
        </ReasonedButton>
      )}
    </div>
  )
}
