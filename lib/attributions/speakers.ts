import type { Cue } from '@/lib/attributions/cue'
import { type ProposedChain, proposeChains } from '@/lib/attributions/propose'
import { toldText } from '@/lib/attributions/told-text'
import { indexText, type TextRange, type Utf16Range } from '@/lib/text/code-points'

/** Who speaks in some words: `hasSpeaker` even where nobody can be made out; chains from the words outwards, the best first. */
export type Speakers = { hasSpeaker: boolean; chains: ProposedChain[] }

// Whoever reads more of a passage than this asks about a text, and no longer about a sentence.
const MOST_CUES = 40
const MOST_CHAINS = 3

/** What a cue of a sentence says that somebody said, in UTF-16. */
function saidBy(cue: Cue, sentence: Utf16Range): Utf16Range {
  if (cue.reach === 'follows') return { start: sentence.start, end: Math.min(cue.subject.start, cue.place.start) }
  if (cue.reach === 'introduces') return { start: cue.place.end, end: sentence.end }
  const opens = cue.place.start - sentence.start < sentence.end - cue.subject.end
  return opens ? { start: cue.subject.end, end: sentence.end } : { start: sentence.start, end: cue.place.start }
}

/**
 * Reads who speaks in the sentences of a passage (code points of the text), the words that say so being part of it or not.
 * French and English. Where somebody speaks whom it cannot make out, it says that much.
 */
export function readSpeakers(
  text: string,
  language: string | null,
  { start, end }: TextRange,
  published: Parameters<typeof proposeChains>[3] = null,
): Speakers {
  const index = indexText(text)
  if (start < 0 || start >= end || end > index.length) return { hasSpeaker: false, chains: [] }
  const [from, to] = [index.toUtf16(start), index.toUtf16(end)]
  const source = toldText(text, language)
  const sentences = source.paragraphs
    .filter((paragraph) => paragraph.start < to && paragraph.end > from)
    .flatMap((paragraph) => source.sentencesIn(paragraph))
    .filter((sentence) => sentence.start < to && sentence.end > from)
  const cued = sentences.flatMap((sentence) => source.cuesIn(sentence).map((cue) => saidBy(cue, sentence)))
  const chains = cued.slice(0, MOST_CUES).flatMap((said) => {
    const words = text.slice(said.start, said.end)
    if (words.trim() === '') return []
    const blank = words.length - words.trimStart().length
    const range = { start: index.toCodePoint(said.start + blank), end: index.toCodePoint(said.end) }
    return proposeChains(text, language, [range], published).filter(({ hops }) => hops.length > 0)
  })
  return { hasSpeaker: cued.length > 0, chains: distinct(chains).slice(0, MOST_CHAINS) }
}

const placesOf = ({ hops }: ProposedChain) => hops.map(({ cueWords }) => cueWords?.start ?? -1)

/** Each way of telling once, the whole one in the place of its parts: whoever cites somebody is not the end. */
function distinct(chains: readonly ProposedChain[]): ProposedChain[] {
  const longest = [...chains].sort((a, b) => b.hops.length - a.hops.length)
  return longest.filter((chain, at) => {
    const places = new Set(placesOf(chain))
    const isPart = (other: ProposedChain) => [...places].every((place) => placesOf(other).includes(place))
    return !longest.slice(0, at).some(isPart)
  })
}
