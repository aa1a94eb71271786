'use client'

import type { HopDraft } from './hop-draft'
import type { VoiceQuestions } from './use-voice-answers'
import { VoiceChoice } from './voice-choice'

interface VoiceChoicesProps {
  questions: VoiceQuestions
  /** What Enter in an answer does, once nothing is open. */
  onTake: (hops: HopDraft[]) => void
}

/** The questions of a proposal: who its voices are, where the names do not say it. */
export function VoiceChoices({ questions, onTake }: VoiceChoicesProps) {
  const { root, asked, isMissed, onEnter, answerOf, answer } = questions
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Enter of the fields within
    <div ref={root} onKeyDown={onEnter(onTake)}>
      {asked.map((source) => (
        <VoiceChoice
          key={source.id}
          source={source}
          answer={answerOf(source)}
          onAnswer={(given) => answer(source, given)}
          isMissed={isMissed}
        />
      ))}
    </div>
  )
}
