'use client'

import { IconSparkles } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { chainSide, countedHops } from '@/lib/attributions/chain'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import type { EvidenceView } from '@/lib/evidence/queries'
import { newId } from '@/lib/ids'
import type { Question } from '@/lib/independence/origins'
import type { Stance } from '@/prisma/generated/enums'
import { attributeEvidenceAction } from '../../actions/evidence'
import chainClasses from '../attribution/attribution.module.css'
import { ChainSentence } from '../attribution/chain-sentence'
import { draftOfProposal, hopInputOf, newSourcesOf } from '../attribution/hop-draft'
import { type AnswerInput, chainInputOf, NO_ANSWER } from '../attribution/knows-draft'
import { KnowsQuestion } from '../attribution/knows-question'
import { spokenProposal } from '../attribution/spoken-proposal'
import { useChainKeys } from '../attribution/use-chain-keys'

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
  const label = useTranslations('stance')
  const [speaksItself, setSpeaksItself] = useState(false)
  const { run, pending, error, errorAt } = useAction(attributeEvidenceAction)
  const chain = item.attribution
  const [newChainId] = useState(() => newId())
  const named = { id: chain?.id ?? newChainId, version: chain?.version ?? null }
  const ofItem = { id: item.id, version: item.version }
  const take = (proposal: MatchedChain, stance: Stance | null) => {
    if (pending) return
    // The words stand in the item itself, which is no text of the project's.
    const unplaced = proposal.hops.map((hop) => ({ ...hop, sourceWords: null, cueWords: null }))
    const drafts = draftOfProposal({ ...proposal, hops: unplaced }, { text: '' })
    const attribution = { ...named, hops: drafts.map(hopInputOf) }
    void run({ ...ofItem, newSources: newSourcesOf(drafts), attribution, stance })
  }
  const answer = async (given: AnswerInput) => {
    const kept = chain ? chainInputOf(chain, item.passage?.versionId ?? '') : null
    const attribution = { ...named, hops: [], ...kept, versionId: kept?.versionId || null, ...given }
    return (await run({ ...ofItem, attribution })).ok
  }
  const [first] = proposals
  const isOfSpeaker = question.about === 'speaker'
  useChainKeys({ a: withKey && isOfSpeaker && first && refusals.length === 0 ? () => take(first, null) : null })
  return (
    <>
      <FormError error={error} />
      {isOfSpeaker && (
        <section className={chainClasses.ghost} aria-label={t('speaker.title')}>
          <div className={chainClasses.kick}>
            <IconSparkles size={14} aria-hidden /> {t('speaker.title')}
          </div>
          {proposals.length === 0 && <p className={chainClasses.role}>{t('speaker.nobody')}</p>}
          {proposals.map((proposal, index) => {
            const stance = otherStance(proposal, item.stance)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: what a text suggests has no other name than its place
              <div key={index}>
                <p className={chainClasses.sentence}>
                  <ChainSentence hops={spokenProposal(proposal)} opening="evidence" />
                </p>
                <div className={chainClasses.ghostButtons}>
                  <ReasonedButton
                    size="compact-sm"
                    variant="filled"
                    reasons={refusals}
                    loading={pending}
                    onClick={() => take(proposal, null)}
                    rightSection={withKey && index === 0 && <Kbd keys="A" />}
                  >
                    {t('speaker.take')}
                  </ReasonedButton>
                  {stance && (
                    <ReasonedButton
                      size="compact-sm"
                      reasons={refusals}
                      loading={pending}
                      onClick={() => take(proposal, stance)}
                    >
                      {t('speaker.takeAs', { stance: label(stance) })}
                    </ReasonedButton>
                  )}
                </div>
              </div>
            )
          })}
          {!speaksItself && (
            <ReasonedButton size="compact-sm" variant="subtle" reasons={refusals} onClick={() => setSpeaksItself(true)}>
              {t('speaker.itself')}
            </ReasonedButton>
          )}
        </section>
      )}
      {(!isOfSpeaker || speaksItself) && (
        <KnowsQuestion
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
