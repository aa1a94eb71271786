import type { Cue } from '@/lib/attributions/cue'
import { sentencesBefore } from '@/lib/attributions/earlier-sentences'
import { quoteAround } from '@/lib/attributions/quotes'
import { type ToldText, wordsAt } from '@/lib/attributions/told-text'
import type { ReadVoice } from '@/lib/attributions/voice-words'
import type { Utf16Range } from '@/lib/text/code-points'
import { SourceKind } from '@/prisma/generated/enums'

/** A cue with who speaks in it, once that is known. */
export type Spoken = { cue: Cue; read: ReadVoice; inferred: boolean }

// One person by what they are: "the mayor", "un responsable".
const ONE = /^(?:l[’']|(?:le|la|un|une|the|an?)\s)/iu
const SEVERAL = /^(?:ils|elles|they|ceux-ci|celles-ci)$/iu

/** The person or body that spoke or was the subject last before a place, for a pronoun or a role that points back. */
function lastVoice(source: ToldText, before: number, wanted: 'pronoun' | 'role', words: string): ReadVoice | null {
  const several = SEVERAL.test(words)
  const fits = (read: ReadVoice | null, place: Utf16Range): read is ReadVoice => {
    if (!read || read.refers === 'pronoun') return false
    const isPerson = read.voice.kind === SourceKind.PERSON
    if (wanted === 'role') return isPerson
    const isSomebody = isPerson || (read.voice.role !== null && ONE.test(wordsAt(source.text, place) ?? ''))
    return several ? !isPerson && !read.refers : isSomebody
  }
  for (const { sentence, paragraph } of sentencesBefore(source, before)) {
    const quotes = source.paragraphs[paragraph]?.quotes ?? []
    for (const cue of source.cuesIn(sentence).toReversed()) {
      if (cue.place.end > before || cue.subject.start >= before || quoteAround(quotes, cue.place)) continue
      const read = source.readCue(cue)
      if (fits(read, cue.subject)) return read
    }
    // "Anna Bell arrived. … she said": whoever a sentence begins with.
    if (several || sentence.end > before) continue
    for (const place of source.subjectsIn(sentence)) {
      const read = quoteAround(quotes, place) ? null : source.readWords(place)
      if (fits(read, place)) return read
    }
  }
  return null
}

/** A cue with its voice, whom a pronoun or "the former official" points back at looked up; null where nobody is found. */
export function speak(source: ToldText, cue: Cue): Spoken | null {
  const read = source.readCue(cue)
  if (!read) return null
  if (!read.refers || (read.refers === 'role' && !cue.goesOn)) return { cue, read, inferred: cue.far }
  const found = lastVoice(source, cue.subject.start, read.refers, wordsAt(source.text, cue.subject) ?? '')
  if (found) return { cue, read: found, inferred: true }
  return read.refers === 'role' ? { cue, read, inferred: cue.far } : null
}
