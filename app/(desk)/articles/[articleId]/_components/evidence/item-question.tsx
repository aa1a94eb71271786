'use client'

import { IconSparkles } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { attributeEvidenceAction } from '@/app/(desk)/_actions/evidence'
import { useUndoNotice } from '@/app/(desk)/_components/undo-notice'
import { countedHops } from '@/lib/attributions/chain'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import type { EvidenceView } from '@/lib/evidence/queries'
import type { Question } from '@/lib/independence/origins'
import { newId } from '@/lib/new-id'
import type { Stance } from '@/prisma/generated/enums'
import chainClasses from '../attribution/attribution.module.css'
import { type AnswerInput, chainInputOf, NO_ANSWER } from '../attribution/knows-draft'
import { KnowsQuestion } from '../attribution/knows-question'
import { type HopDraft, hopInputOf, newSourcesOf } from '../hops/hop-draft'
import { SpeakerProposal } from './speaker-proposal'

interface ItemQuestionProps {
  claim: ClaimView
  item: EvidenceView
  question: Question
  proposals: readonly MatchedChain[]
  refusals: readonly Reason[]
  /** The key takes its first proposal. */
  withKey: boolean
}

/** What is asked of one piece of evidence: who speaks in its words, or how its text knows. */
export function ItemQuestion({ claim, item, question, proposals, refusals, withKey }: ItemQuestionProps) {
  const t = useTranslations('knows')
  const [speaksItself, setSpeaksItself] = useState(false)
  const { run, pending, error, errorAt } = useAction(attributeEvidenceAction)
  const notice = useUndoNotice()
  const chain = item.attribution
  const [newChainId] = useState(() => newId())
  const named = { id: chain?.id ?? newChainId, version: chain?.version ?? null }
  const ofItem = { id: item.id, version: item.version }
  const kept = chain && chainInputOf(chain, item.passage?.versionId ?? '')
  const asBefore = kept && { ...kept, versionId: kept.versionId || null }
  // What it was before, on top of what was taken.
  const takeBack = (version: number) =>
    attributeEvidenceAction({
      ...{ commandId: newId(), id: item.id, version, stance: item.stance },
      attribution: chain && asBefore && { id: chain.id, version: chain.version + 1, ...asBefore },
    })
  const take = async (hops: HopDraft[], stance: Stance | null) => {
    if (pending) return
    const attribution = { ...named, versionId: item.passage?.versionId ?? null, hops: hops.map(hopInputOf) }
    const result = await run({ ...ofItem, newSources: newSourcesOf(hops), attribution, stance })
    if (result.ok) notice(t('speaker.taken'), () => takeBack(result.value.version))
  }
  const answer = async (given: AnswerInput) => {
    const attribution = { ...named, hops: [], ...asBefore, ...given }
    return (await run({ ...ofItem, attribution })).ok
  }
  const isOfSpeaker = question.about === 'speaker'
  return (
    <>
      <FormError error={error} />
      {isOfSpeaker && (
        <section className={chainClasses.ghost} aria-label={t('speaker.title')}>
          <div className={chainClasses.kick}>
            <IconSparkles size={14} aria-hidden /> {t('speaker.title')}
          </div>
          {proposals.length === 0 && <p className={chainClasses.role}>{t('speaker.nobody')}</p>}
          {proposals.map((proposal, index) => (
            <SpeakerProposal
              // biome-ignore lint/suspicious/noArrayIndexKey: what a text suggests has no other name than its place
              key={index}
              proposal={proposal}
              stance={item.stance}
              refusals={refusals}
              pending={pending}
              withKey={withKey && index === 0}
              onTake={(hops, stance) => void take(hops, stance)}
            />
          ))}
          {!speaksItself && (
            <ReasonedButton size="compact-sm" reasons={refusals} onClick={() => setSpeaksItself(true)}>
              {t('speaker.itself')}
            </ReasonedButton>
          )}
        </section>
      )}
      {(!isOfSpeaker || speaksItself) && (
        <KnowsQuestion
          of={item.id}
          answer={chain ?? NO_ANSWER}
          checked={claim.checked}
          outlet={countedHops(chain?.hops ?? [], claim.checked).at(-1)?.source.name ?? item.source?.name ?? null}
          whose={
            item.source && item.source.kind !== 'OUTLET' && item.source.kind !== 'DOCUMENT' ? 'source' : 'newsroom'
          }
          text={null}
          hasTally={false}
          refusals={refusals}
          pending={pending}
          errorAt={(path) => errorAt(`attribution.${path}`)}
          onAnswer={answer}
        />
      )}
    </>
  )
}
