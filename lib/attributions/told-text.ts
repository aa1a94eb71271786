import type { Cue } from '@/lib/attributions/cue'
import { cuesIn } from '@/lib/attributions/cues'
import { openingSubject } from '@/lib/attributions/opening-subject'
import { type QuotedParagraph, quotedParagraphs } from '@/lib/attributions/quotes'
import { type ReadVoice, voiceIn } from '@/lib/attributions/voice-words'
import { lastBefore } from '@/lib/lists/last-before'
import type { Utf16Range } from '@/lib/text/code-points'
import { utf16SentencesOf } from '@/lib/text/sentences'

/** A text as it is read for its voices, all in UTF-16: each sentence and each cue is read once, however often it is asked for. */
export type ToldText = {
  text: string
  language: string | null
  paragraphs: readonly QuotedParagraph[]
  /** The last paragraph that begins at or before a place; -1 before the first. */
  paragraphAt: (at: number) => number
  sentencesIn: (paragraph: QuotedParagraph) => readonly Utf16Range[]
  cuesIn: (sentence: Utf16Range) => readonly Cue[]
  /** Who speaks by a cue, as far as its own words tell. */
  readCue: (cue: Cue) => ReadVoice | null
  /** The noun phrases with which a sentence begins, where a verb follows. */
  subjectsIn: (sentence: Utf16Range) => readonly Utf16Range[]
  readWords: (place: Utf16Range) => ReadVoice | null
}

export const wordsAt = (text: string, place: Utf16Range | null) => place && text.slice(place.start, place.end)

function read(text: string, language: string | null): ToldText {
  const paragraphs = quotedParagraphs(text)
  const cues = new Map<number, readonly Cue[]>()
  const voices = new Map<Cue, ReadVoice | null>()
  const subjects = new Map<number, readonly Utf16Range[]>()
  return {
    text,
    language,
    paragraphs,
    paragraphAt: (at) => lastBefore(paragraphs.length, (each) => (paragraphs[each]?.start ?? 0) <= at),
    sentencesIn: (paragraph) => utf16SentencesOf(text, paragraph, language),
    cuesIn: (sentence) => {
      const found = cues.get(sentence.start) ?? cuesIn(text, sentence)
      cues.set(sentence.start, found)
      return found
    },
    readCue: (cue) => {
      const known = voices.get(cue)
      if (known !== undefined) return known
      const voice = voiceIn(text, wordsAt(text, cue.subject) ?? '', wordsAt(text, cue.apposition))
      voices.set(cue, voice)
      return voice
    },
    subjectsIn: (sentence) => {
      const found = subjects.get(sentence.start) ?? openingSubject(text, sentence)
      subjects.set(sentence.start, found)
      return found
    },
    readWords: (place) => voiceIn(text, wordsAt(text, place) ?? '', null),
  }
}

// Many claims of one text are asked for in a row.
let latest = read('', null)

/** A text read for its voices. The latest one is kept. */
export function toldText(text: string, language: string | null): ToldText {
  if (latest.text !== text || latest.language !== language) latest = read(text, language)
  return latest
}
