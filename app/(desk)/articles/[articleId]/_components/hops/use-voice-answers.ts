import { type KeyboardEvent, useRef, useState } from 'react'
import type { SourceValue } from '@/lib/sources/schema'
import type { HopDraft } from './hop-draft'
import { askedIn, openIn, type VoiceAnswer, type VoiceAnswers, withAnswers } from './voice-answers'

/**
 * What a person answers of the voices of a proposal, and the proposal with it. `whenAnswered` does something once nothing is open,
 * else goes to the first question that is.
 */
export function useVoiceAnswers(drafts: readonly HopDraft[]) {
  const root = useRef<HTMLDivElement>(null)
  const [answers, setAnswers] = useState<VoiceAnswers>(() => new Map())
  const [isMissed, setMissed] = useState(false)
  const hops = withAnswers(drafts, answers)
  const asked = askedIn(drafts, answers)
  const open = openIn(hops)
  const whenAnswered = (work: (hops: HopDraft[]) => void) => {
    const [first] = open
    if (!first) return work(hops)
    setMissed(true)
    const choice = root.current?.querySelector(`[data-voice="${first.id}"]`)
    const isChosen = choice?.querySelector('input[type="radio"]:checked')
    choice?.querySelector<HTMLElement>(isChosen ? 'input[type="text"]' : 'input[type="radio"]')?.focus()
  }
  /** Enter in an answer takes the proposal: for whoever has no mouse, the answer is the last step. */
  const onEnter = (work: (hops: HopDraft[]) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    whenAnswered(work)
  }
  const answerOf = (source: SourceValue) => answers.get(source.id) ?? null
  const answer = (source: SourceValue, given: VoiceAnswer) =>
    setAnswers((before) => new Map(before).set(source.id, given))
  return { root, hops, asked, open, isMissed, whenAnswered, onEnter, answerOf, answer }
}

export type VoiceQuestions = ReturnType<typeof useVoiceAnswers>
