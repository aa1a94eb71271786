import { agree, type FigureToLink, figureClash, type LinkedFacts } from '@/lib/independence/link-doubts'

// Which claims of other texts may say the same as this one: pure, and linear in the candidates. A suggestion is a reason to look, never a link.

/** `words`: one sentence in both texts; `figure`: one event and measure, numbers that meet; `wording`; `facts`: numbers and names. */
const LINK_REASONS = ['words', 'figure', 'wording', 'facts'] as const
type LinkReason = (typeof LINK_REASONS)[number]

/** A claim that has something in common with this one. */
export type LinkCandidate = LinkedFacts & {
  articleTitle: string
  /** Of its article; null where it is not known. */
  language: string | null
  eventIds: readonly string[]
  /** Both stand on the same words of a sentence that the texts share. */
  sharesWords: boolean
  /** Hints that its wording has in common with this one's, and how many it has. */
  shared: readonly string[]
  hints: number
}

export type LinkSuggestion = {
  id: string
  number: number
  wording: string
  articleTitle: string
  reasons: LinkReason[]
  /** The figure that both state, as this candidate's text has it. */
  figure: string | null
  /** Numbers that both wordings hold. */
  numbers: string[]
}

type Own = LinkedFacts & Pick<LinkCandidate, 'eventIds' | 'hints' | 'language'>

/** So many are shown. */
export const MOST_SUGGESTED = 8
/** Nearly the same wording: of the hints of the longer one, so many are shared. */
const NEARLY = 0.6
/** Numbers and names in common, across languages: of the hints of the shorter one, so many; and more than one. */
const ENOUGH = 0.4
const MOST_NUMBERS = 4

const isNumber = (hint: string) => hint.startsWith('#')

/** The figure of the candidate that can be one with one of this claim, of the same event where both name one. */
function figureInCommon(own: Own, candidate: LinkCandidate): FigureToLink | null {
  const isSameEvent = own.eventIds.some((id) => candidate.eventIds.includes(id))
  if (!isSameEvent) return null
  return candidate.figures.find((figure) => own.figures.some((each) => agree(each, figure))) ?? null
}

function reasonsOf(own: Own, candidate: LinkCandidate, figure: FigureToLink | null): LinkReason[] {
  const { shared, hints, sharesWords } = candidate
  const most = Math.max(own.hints, hints)
  const least = Math.min(own.hints, hints)
  const isNear = shared.length > 1 && shared.length >= NEARLY * most
  const isTranslated = own.language !== null && candidate.language !== null && own.language !== candidate.language
  const hasNumber = shared.some(isNumber)
  const hasFacts = shared.length > 1 && (hasNumber ? shared.length >= ENOUGH * least : isNear)
  return [
    ...(sharesWords ? (['words'] as const) : []),
    ...(figure ? (['figure'] as const) : []),
    ...(isNear && !isTranslated ? (['wording'] as const) : hasFacts ? (['facts'] as const) : []),
  ]
}

// What the two count or number otherwise is no suggestion, however alike the words: "28 killed" beside "13 killed".
const contradicts = (own: Own, candidate: LinkCandidate) =>
  figureClash(own.figures, candidate.figures) !== null ||
  (own.numbers.length > 0 &&
    candidate.numbers.length > 0 &&
    !candidate.numbers.some((each) => own.numbers.includes(each)))

/** The candidates that may say the same, the likeliest first, each with its reasons; at most 8. */
export function linkSuggestions(own: Own, candidates: readonly LinkCandidate[]): LinkSuggestion[] {
  const rated = candidates.flatMap((candidate) => {
    const figure = figureInCommon(own, candidate)
    const reasons = contradicts(own, candidate) ? [] : reasonsOf(own, candidate, figure)
    if (reasons.length === 0) return []
    const { id, number, wording, articleTitle, shared } = candidate
    const kept = candidate.category === own.category && candidate.checked === own.checked ? 1 : 0
    const rate =
      4 * reasons.length + kept + shared.length / Math.max(1, own.hints) - LINK_REASONS.indexOf(reasons[0] ?? 'facts')
    const numbers = shared.filter(isNumber).map((hint) => hint.slice(1))
    const suggestion: LinkSuggestion = {
      ...{ id, number, wording, articleTitle, reasons },
      figure: figure?.verbatim ?? null,
      numbers: numbers.slice(0, MOST_NUMBERS),
    }
    return [{ rate, suggestion }]
  })
  rated.sort((a, b) => b.rate - a.rate || (a.suggestion.id < b.suggestion.id ? 1 : -1))
  return rated.slice(0, MOST_SUGGESTED).map(({ suggestion }) => suggestion)
}
