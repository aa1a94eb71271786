import type { Cue } from '@/lib/attributions/cue'
import { type ToldText, toldText } from '@/lib/attributions/told-text'
import { lastBefore } from '@/lib/lists/last-before'
import { indexText, type TextRange, type Utf16Range } from '@/lib/text/code-points'
import { SpeechAct } from '@/prisma/generated/enums'

// "X a déclaré à Y que", "said on Tuesday that": what may stand between a verb and what it introduces.
const INTRODUCES = /^[^,;:“”«»"()]{0,60}?\s(?:que\s|qu[’']|that\s)/iu
// Two clauses or two speakers: what stands before the second is not told from who speaks.
const JOINS = /\s(?:et|ou|mais|and|or|but)\s/iu
const [OPENING, CLOSING] = [/^[\s,]*$/u, /^[\s.!?…]*$/u]
// Who attributes an attribution to somebody: deeper chains are rare.
const MOST = 4
/** What somebody denies, asks or will not say is no statement of what they speak of. */
const STATES_NOTHING: readonly SpeechAct[] = [SpeechAct.DENIED, SpeechAct.DECLINED, SpeechAct.ASKED]

/** What is left of a part of a sentence once this cue and who speaks by it are taken away; null: more than that would go. */
function without({ text }: ToldText, part: Utf16Range, cue: Cue): Utf16Range | null {
  const cueStart = Math.min(cue.place.start, cue.subject.start)
  const cueEnd = Math.max(cue.place.end, cue.subject.end, cue.apposition?.end ?? 0)
  const before = text.slice(part.start, cueStart)
  if (cue.reach === 'introduces') {
    if (JOINS.test(text.slice(cue.subject.start, cue.subject.end))) return null
    const opening =
      cue.addressed && cue.addressed.place.end <= cueStart ? text.slice(cue.addressed.place.end, cueStart) : before
    const introduced = INTRODUCES.exec(text.slice(cue.place.end, part.end))
    return OPENING.test(opening) && introduced ? { start: cue.place.end + introduced[0].length, end: part.end } : null
  }
  const behind = text.slice(cueEnd, part.end)
  if (cue.reach === 'around' && OPENING.test(before) && behind.startsWith(','))
    return { start: cueEnd + 1, end: part.end }
  return CLOSING.test(behind) && before.trimEnd().endsWith(',')
    ? { start: part.start, end: part.start + before.trimEnd().length - 1 }
    : null
}

function asSentence(words: string, language: string | null): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  const [first = ''] = line
  const upper = first.toLocaleUpperCase(language ?? undefined)
  return `${upper}${line.slice(first.length)}${/[.!?…]$/u.test(line) ? '' : '.'}`
}

/**
 * The sentence around a passage (code points) without the words that say who says so: what is claimed, where it is the
 * claim's content that is checked. Null where the sentence attributes nothing, or not in a way that can be cut off whole:
 * several sentences, quotations, denials. `language` is a BCP 47 tag or null. A proposal for a person; never throws.
 */
export function bareWording(text: string, language: string | null, { start, end }: TextRange): string | null {
  const index = indexText(text)
  const span = { start: index.toUtf16(start), end: index.toUtf16(end) }
  const source = toldText(text, language)
  const paragraph = source.paragraphs[source.paragraphAt(span.start)]
  if (!paragraph || paragraph.end < span.end) return null
  const sentences = source.sentencesIn(paragraph)
  const sentence = sentences[lastBefore(sentences.length, (at) => (sentences[at]?.start ?? 0) <= span.start)]
  if (!sentence || sentence.end < span.end) return null
  if (paragraph.quotes.some((quote) => quote.start < sentence.end && quote.end > sentence.start)) return null
  let part: Utf16Range = sentence
  for (let step = 0; step < MOST; step++) {
    const within = source
      .cuesIn(sentence)
      .filter(({ act, place }) => place.start >= part.start && place.end <= part.end && !STATES_NOTHING.includes(act))
    const left = within.map((cue) => without(source, part, cue)).find((each) => each !== null && each.start < each.end)
    // A passage about who speaks is no passage of what they say.
    if (!left || span.end <= left.start || span.start >= left.end) break
    part = left
  }
  return part === sentence ? null : asSentence(text.slice(part.start, part.end), language)
}
