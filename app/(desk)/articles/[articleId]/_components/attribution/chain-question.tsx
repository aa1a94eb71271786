'use client'

import { useMemo } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { useAction } from '@/app/_ui/use-action'
import { saveAttributionAction } from '@/app/(desk)/_actions/attributions'
import { countedHops } from '@/lib/attributions/chain'
import type { ChainView } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import type { WordsText } from '../hops/hop-draft'
import { useWorkbench } from '../workbench/workbench-context'
import { type AnswerInput, chainInputOf, versionOf } from './knows-draft'
import { KnowsQuestion } from './knows-question'

interface ChainQuestionProps {
  claim: ClaimView
  chain: ChainView
  hasTally: boolean
  refusals: readonly Reason[]
  onSaved: (saved: { id: string; version: number }) => void
}

/** The question of one chain: how its text knows, or the outlet at which it ends. */
export function ChainQuestion({ claim, chain, hasTally, refusals, onSaved }: ChainQuestionProps) {
  const { shown, readSelection } = useWorkbench()
  const { run, pending, error, errorAt } = useAction(saveAttributionAction)
  const isShown = versionOf(chain, shown.versionId) === shown.versionId
  const text = useMemo((): WordsText | null => {
    const here = claim.spans.find((span) => span.versionId === shown.versionId)
    return isShown ? { text: shown.text, near: here ?? { start: 0, end: 0 }, readSelection } : null
  }, [isShown, claim.spans, shown, readSelection])
  const answer = async (given: AnswerInput) => {
    const { id, version } = chain
    const result = await run({ id, claimId: claim.id, version, ...chainInputOf(chain, shown.versionId), ...given })
    if (result.ok) onSaved(result.value)
    return result.ok
  }
  return (
    <>
      <FormError error={error} />
      <KnowsQuestion
        of={chain.id}
        answer={chain}
        checked={claim.checked}
        outlet={countedHops(chain.hops, claim.checked).at(-1)?.source.name ?? null}
        text={text}
        hasTally={hasTally}
        refusals={refusals}
        pending={pending}
        errorAt={errorAt}
        onAnswer={answer}
      />
    </>
  )
}
