'use client'

import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { saveAttributionAction } from '@/app/(desk)/_actions/attributions'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { Reason } from '@/lib/errors'
import { newId } from '@/lib/new-id'
import { draftOfProposal, type HopDraft, hopInputOf, newSourcesOf } from '../hops/hop-draft'
import { useVoiceAnswers, type VoiceQuestions } from '../hops/use-voice-answers'
import { VoiceChoices } from '../hops/voice-choices'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './attribution.module.css'
import { spokenProposal } from './spoken-proposal'
import { useChainKeys } from './use-chain-keys'
import { useChainUndo } from './use-chain-undo'

interface ProposalCardProps {
  claimId: string
  proposal: MatchedChain
  refusals: readonly Reason[]
  /** The key takes this one. */
  withKey: boolean
  onEdit: (hops: HopDraft[]) => void
  onDismiss: () => void
}

/** The names of what would be made; of whom a person is still asked, nobody knows it yet. */
const freshNames = ({ hops, open }: VoiceQuestions) => {
  const isOpen = new Set(open.map(({ id }) => id))
  return newSourcesOf(hops).flatMap(({ id, name }) => (isOpen.has(id) ? [] : [name]))
}

/** A chain that the text suggests, as a sentence: taken with one key or press, changed first, or put away. */
export function ProposalCard({ claimId, proposal, refusals, withKey, onEdit, onDismiss }: ProposalCardProps) {
  const t = useTranslations('attribution.proposal')
  const { shown } = useWorkbench()
  // Made once, so that trying again after a lost answer is the same command.
  const [{ id, drafts }] = useState(() => ({ id: newId(), drafts: draftOfProposal(proposal, shown) }))
  const questions = useVoiceAnswers(drafts)
  const { afterSave } = useChainUndo(claimId, shown.versionId)
  const { run, pending, error } = useAction(saveAttributionAction, { onSuccess: (saved) => afterSave(saved, null) })
  const take = (hops: HopDraft[]) => {
    if (pending || refusals.length > 0) return
    const newSources = newSourcesOf(hops)
    void run({ id, claimId, version: null, versionId: shown.versionId, newSources, hops: hops.map(hopInputOf) })
  }
  const accept = () => questions.whenAnswered(take)
  useChainKeys({ a: withKey && refusals.length === 0 ? accept : null })
  const fresh = freshNames(questions)
  return (
    <section className={classes.ghost} aria-label={t('title')}>
      <div className={classes.kick}>
        <IconSparkles size={14} aria-hidden /> {t('title')}
      </div>
      <p className={classes.sentence}>
        <ChainSentence hops={spokenProposal(proposal)} />
      </p>
      {fresh.length > 0 && (
        <p className={classes.role}>{t('makes', { count: fresh.length, names: fresh.join(', ') })}</p>
      )}
      <VoiceChoices questions={questions} onTake={take} />
      <FormError error={error} />
      <div className={classes.ghostButtons}>
        <ReasonedButton
          size="compact-sm"
          variant="filled"
          reasons={refusals}
          loading={pending}
          onClick={accept}
          rightSection={withKey && <Kbd keys="A" />}
        >
          {t('accept')}
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          reasons={refusals}
          aria-label={t('editLabel')}
          onClick={() => onEdit(questions.hops)}
        >
          {t('edit')}
        </ReasonedButton>
        <Button size="compact-sm" variant="subtle" color="mute" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      </div>
    </section>
  )
}
