import { isAnswered } from '@/lib/attributions/how-known'
import type { AnswerView, ChainView } from '@/lib/attributions/queries'
import type { HowKnown } from '@/prisma/generated/enums'
import { draftOfHop, hopInputOf, noWords, placed, type WordsDraft, wordsStored } from '../hops/hop-draft'

/** The answer to how a text knows while somebody enters it. */
export type KnowsDraft = { knows: HowKnown; reason: string; words: WordsDraft }

export const NO_ANSWER: AnswerView = { knows: 'NOT_ANSWERED', knowsReason: null, knowsWords: null }

export const draftOfAnswer = ({ knows, knowsReason, knowsWords }: AnswerView): KnowsDraft => ({
  knows: isAnswered(knows) ? knows : 'NOT_ANSWERED',
  reason: knowsReason ?? '',
  words: knowsWords ? wordsStored(knowsWords) : noWords(),
})

export const answerInputOf = ({ knows, reason, words }: KnowsDraft) => ({
  ...{ knows, knowsReason: reason, knowsWords: placed(words) },
})
export type AnswerInput = ReturnType<typeof answerInputOf>

/** The version in which a chain's words stand; the one that is shown where it has none. */
export const versionOf = ({ hops, knowsWords }: ChainView, shown: string): string =>
  [...hops.flatMap((hop) => [hop.cueWords, hop.sourceWords]), knowsWords].find((words) => words)?.versionId ?? shown

/** A chain as it is sent to be saved as it is. Words are anchored in one text at a time: those of another stay away. */
export function chainInputOf(chain: ChainView, shown: string) {
  const versionId = versionOf(chain, shown)
  const here = <Words extends { versionId: string }>(words: Words | null) =>
    words?.versionId === versionId ? words : null
  const hops = chain.hops.map((hop) =>
    hopInputOf(draftOfHop({ ...hop, sourceWords: here(hop.sourceWords), cueWords: here(hop.cueWords) })),
  )
  return { versionId, hops, ...answerInputOf(draftOfAnswer({ ...chain, knowsWords: here(chain.knowsWords) })) }
}
