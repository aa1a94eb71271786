'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import { chainSide } from '@/lib/attributions/chain'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { Reason } from '@/lib/errors'
import type { Stance } from '@/prisma/generated/enums'
import chainClasses from '../attribution/attribution.module.css'
import { spokenProposal } from '../attribution/spoken-proposal'
import { useChainKeys } from '../attribution/use-chain-keys'
import { draftOfProposal, type HopDraft } from '../hops/hop-draft'
import { useVoiceAnswers } from '../hops/use-voice-answers'
import { VoiceChoices } from '../hops/voice-choices'

/** What a speech act says of the claim where it is not the stance that the item has; null: nothing else. */
function otherStance({ hops }: MatchedChain, stance: Stance): Stance | null {
  const proposed: Record<ReturnType<typeof chainSide>, Stance | null> = {
    asserts: null,
    denies: 'CONTRADICTS',
    neither: 'CONTEXT',
  }
  const other = proposed[chainSide(hops)]
  return other === stance ? null : other
}

interface SpeakerProposalProps {
  proposal: MatchedChain
  /** The item's. */
  stance: Stance
  refusals: readonly Reason[]
  pending: boolean
  /** The key takes this one. */
  withKey: boolean
  onTake: (hops: HopDraft[], stance: Stance | null) => void
}

/** Who may speak in the words of an item: taken with one press or key, once it is said who is meant. */
export function SpeakerProposal({ proposal, stance, refusals, pending, withKey, onTake }: SpeakerProposalProps) {
  const t = useTranslations('knows.speaker')
  const label = useTranslations('stance')
  const [drafts] = useState(() => draftOfProposal(proposal, null))
  const questions = useVoiceAnswers(drafts)
  const other = otherStance(proposal, stance)
  const take = (hops: HopDraft[]) => {
    if (refusals.length === 0) onTake(hops, null)
  }
  const accept = () => questions.whenAnswered(take)
  useChainKeys({ a: withKey && refusals.length === 0 ? accept : null })
  return (
    <div>
      <p className={chainClasses.sentence}>
        <ChainSentence hops={spokenProposal(proposal)} opening="evidence" />
      </p>
      <VoiceChoices questions={questions} onTake={take} />
      <div className={chainClasses.ghostButtons}>
        <ReasonedButton
          size="compact-sm"
          variant="filled"
          reasons={refusals}
          loading={pending}
          onClick={accept}
          rightSection={withKey && <Kbd keys="A" />}
        >
          {t('take')}
        </ReasonedButton>
        {other && (
          <ReasonedButton
            size="compact-sm"
            reasons={refusals}
            loading={pending}
            onClick={() => questions.whenAnswered((hops) => onTake(hops, other))}
          >
            {t('takeAs', { stance: label(other) })}
          </ReasonedButton>
        )}
      </div>
    </div>
  )
}
