import type { SourceCandidate, SourceValue } from '@/lib/sources/schema'
import type { HopDraft } from './hop-draft'
import { wantsApart } from './named-apart'

/** Who a voice is: one that the desk has, or another, with what tells it apart from those of its name. */
export type VoiceAnswer = { candidate: SourceCandidate } | { other: string }

/** Whether a person still has to say who a new source is. */
function isOpen(source: SourceValue): boolean {
  const { fresh } = source
  if (!fresh || fresh.candidates.length === 0) return false
  return fresh.other === null || (wantsApart(source) && fresh.other.trim() === '')
}

export type VoiceAnswers = ReadonlyMap<string, VoiceAnswer>
const NO_ANSWERS: VoiceAnswers = new Map()

/** A source and what it belongs to, as far as it is to be made. */
function within(source: SourceValue | null, answers: VoiceAnswers): SourceValue[] {
  if (!source) return []
  const answer = answers.get(source.id)
  const isThere = answer !== undefined && 'candidate' in answer
  return [source, ...(isThere ? [] : within(source.fresh?.parent ?? null, answers))]
}

function sourcesOf(hops: readonly HopDraft[], answers = NO_ANSWERS): SourceValue[] {
  const all = hops.flatMap((hop) =>
    [hop.source, hop.affiliation, hop.onBehalfOf].flatMap((each) => within(each, answers)),
  )
  return [...new Map(all.map((source) => [source.id, source])).values()]
}

/** The sources of a chain of which a person is asked who they are, each once; not what belongs to one that the desk has. */
export const askedIn = (hops: readonly HopDraft[], answers: VoiceAnswers): SourceValue[] =>
  sourcesOf(hops, answers).filter(({ fresh }) => fresh && fresh.candidates.length > 0)

/** Those that nobody has answered yet. */
export const openIn = (hops: readonly HopDraft[]): SourceValue[] => sourcesOf(hops).filter(isOpen)

/** Those of them that cannot be made without an answer: another of the name is there. Whom a person entered without one is new. */
export const unmakeableIn = (hops: readonly HopDraft[]): SourceValue[] => openIn(hops).filter(wantsApart)

/** A new source with the answer to who it is: the one that the desk has, or what tells it apart. */
export const withAnswer = (source: SourceValue, answer: VoiceAnswer): SourceValue =>
  answered(source, new Map([[source.id, answer]]))

function answered(source: SourceValue, answers: VoiceAnswers): SourceValue {
  const answer = answers.get(source.id)
  if (answer && 'candidate' in answer) {
    const { id, kind, name, role } = answer.candidate
    return { id, kind, name, role }
  }
  const { fresh } = source
  if (!fresh) return source
  const parent = fresh.parent && answered(fresh.parent, answers)
  return { ...source, fresh: { ...fresh, parent, other: answer ? answer.other : fresh.other } }
}

/** The hops with what a person answered, wherever a voice stands in them. */
export function withAnswers(hops: readonly HopDraft[], answers: VoiceAnswers): HopDraft[] {
  const apply = (source: SourceValue | null) => source && answered(source, answers)
  return hops.map((hop) => ({
    ...hop,
    source: apply(hop.source),
    affiliation: apply(hop.affiliation),
    onBehalfOf: apply(hop.onBehalfOf),
  }))
}
