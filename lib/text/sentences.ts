import { goesOn } from './abbreviations'
import { indexText, type TextRange, type Utf16Range } from './code-points'
import { cutLong } from './long-sentence'
import { utf16ParagraphsOf } from './normalise'
import { segmenterFor } from './segmenter'

// Segmenting takes time in the square of the text's length: so it goes by windows, each from a boundary that is sure,
// and what ends near a window's end is looked at again in the next.
const WINDOW = 4000
const MARGIN = 400

function* breaksOf(text: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0
  let size = WINDOW
  while (from < text.length) {
    const to = Math.min(from + size, text.length)
    let sure = from
    for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
      const end = from + index + segment.length
      if (to < text.length && end > to - MARGIN) break
      sure = end
      yield end
    }
    // What goes on for so long is cut anyhow: the next end is looked for without going back to the last one.
    const isEndless = sure === from && size > WINDOW && to < text.length
    size = sure === from && !isEndless ? size * 2 : WINDOW
    from = isEndless ? to - MARGIN : sure
  }
}

// Unicode's rules never end a sentence at an ellipsis; before a capital letter it does end one, but not "[…] Biden".
const ELLIPSIS_END = /(?<![[(])…[»”’"')]*\s+(?!\s)(?=[“«"‘(]*\s*\p{Lu})/gu
// Nor do they end one before a number that no capital follows: "jeudi soir. 13 soldats sont morts".
const NUMBER_NEXT =
  /(?<=\.[»›”’"')\]]{0,3}[ \u00a0\u202f]?[»›”]?)\s+(?!\s)(?=(?:[–—-]\s{1,2})?(?:[«“"(]\s?){0,2}[$€£#+~±]?\p{Nd})/gu
// Thai and Lao have no full stop: a space stands between clauses.
const CLAUSE_END = /(?<=[\p{Script=Thai}\p{Script=Lao}])\s+(?=[\p{Script=Thai}\p{Script=Lao}])/gu
const SHORTEST_CLAUSE = 40
// Unicode takes what opens a quotation for closing, where no space precedes it; and what a Japanese verb goes on with, for a new sentence.
const OPENED = /(?<=[。！？．])[“‘「『《〈（]+$/u
const GOES_ON_WITH = /^[とっ]/u
const CLOSING_MARKS = /^(?:[»›”’"')\]]+(?=[\s,.;:!?…)»”]|$)\s*)+/
const CONTINUATION = /^[“”«»"‘’'‹›([\s–—-]*[\p{Ll},;:]/u

/** Ends of sentences within one block of running text, the last one at its end. */
function sentenceEnds(text: string, segmenter: Intl.Segmenter): number[] {
  const endsAt = (pattern: RegExp) => Array.from(text.matchAll(pattern), (match) => match.index + match[0].length)
  const clauses = new Set(endsAt(CLAUSE_END))
  const more = [...endsAt(ELLIPSIS_END), ...endsAt(NUMBER_NEXT), ...clauses]
  const breaks =
    more.length > 0 ? [...breaksOf(text, segmenter), ...more].sort((a, b) => a - b) : breaksOf(text, segmenter)
  const ends: number[] = []
  let start = 0
  const add = (end: number) => {
    for (const cut of cutLong(text, start, end)) ends.push(cut)
    ends.push(end)
    start = end
  }
  for (const found of breaks) {
    const at = found - (OPENED.exec(text.slice(Math.max(start, found - 8), found))?.[0].length ?? 0)
    if (clauses.has(at) && at - start < SHORTEST_CLAUSE) continue
    const closing = CLOSING_MARKS.exec(text.slice(at, at + 64))?.[0].length ?? 0
    const end = at + closing
    if (end <= start || end >= text.length) continue
    const rest = text.slice(end, end + 64)
    const sentence = text.slice(Math.max(start, at - 40), at).trimEnd()
    if (/[」』]$/.test(sentence) && GOES_ON_WITH.test(rest)) continue
    if (CONTINUATION.test(rest) || (closing === 0 && goesOn(sentence, rest))) continue
    add(end)
  }
  add(text.length)
  return ends
}

const MOST_WRAPPED = 120
const LISTED = /^\s*[-–—•‣▪*]\s+(\S)/u
const ENDED = /[.:;,!?…؛،。：；][»”"')]*\s*$/u

/** True for the line of a list, and not for a clause between dashes that was wrapped. */
function isListed(line: string, previous: string): boolean {
  const first = LISTED.exec(line.slice(0, 40))?.[1]
  if (first === undefined) return false
  return (
    previous === '' || LISTED.test(previous.slice(0, 40)) || ENDED.test(previous.slice(-40)) || !/\p{Ll}/u.test(first)
  )
}

/**
 * Blocks of running text in a paragraph. A line end within one is only a wrapped line: it goes on in lower case, or its
 * next word would not have fitted.
 */
function blocksOf(paragraph: string): Utf16Range[] {
  const lines = paragraph.split('\n')
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const blocks: Utf16Range[] = []
  let at = 0
  let previous = ''
  for (const line of lines) {
    const end = at + line.length
    const firstWord = /^\s*(\S*)/.exec(line)?.[1] ?? ''
    const filled = width <= MOST_WRAPPED && previous.length + 1 + firstWord.length > width
    const last = blocks.at(-1)
    if (last && !isListed(line, previous) && (filled || /^\s*[\p{Ll},;]/u.test(line))) last.end = end
    else blocks.push({ start: at, end })
    at = end + 1
    previous = line
  }
  return blocks
}

function* cutIntoSentences(text: string, paragraph: Utf16Range, language: string | null): Generator<Utf16Range> {
  const words = text.slice(paragraph.start, paragraph.end)
  for (const block of blocksOf(words)) {
    const running = words.slice(block.start, block.end).replaceAll('\n', ' ')
    let from = 0
    for (const end of sentenceEnds(running, segmenterFor(language, 'sentence'))) {
      const piece = running.slice(from, end)
      const offset = paragraph.start + block.start
      const first = offset + end - piece.trimStart().length
      const last = offset + from + piece.trimEnd().length
      if (first < last) yield { start: first, end: last }
      from = end
    }
  }
}

// Cursors, claims and pronouns ask for the sentences of one text again and again: each paragraph is cut once.
let latest = { text: '', language: null as string | null, cut: new Map<number, readonly Utf16Range[]>() }

/** The sentences of one of a text's paragraphs, all in UTF-16 of the text. */
export function utf16SentencesOf(text: string, paragraph: Utf16Range, language: string | null): readonly Utf16Range[] {
  if (latest.text !== text || latest.language !== language) latest = { text, language, cut: new Map() }
  const sentences = latest.cut.get(paragraph.start) ?? [...cutIntoSentences(text, paragraph, language)]
  latest.cut.set(paragraph.start, sentences)
  return sentences
}

/**
 * The sentences of a normalised text in code points, in order, without outer white space, together covering everything
 * else. `language` is a BCP 47 tag or null. Closing quotation marks belong to the sentence that they end. What goes on for
 * more than 2,000 characters is cut between words.
 */
export function sentencesOf(text: string, language: string | null): TextRange[] {
  return sentencesBetween(text, 0, Number.POSITIVE_INFINITY, language)
}

/** The sentences of the paragraphs that touch a range (code points). */
export function sentencesBetween(
  text: string,
  start: TextRange['start'],
  end: TextRange['end'],
  language: string | null,
): TextRange[] {
  const index = indexText(text)
  const from = index.toUtf16(start)
  const to = end >= index.length ? text.length : index.toUtf16(end)
  return utf16ParagraphsOf(text)
    .filter((paragraph) => paragraph.start <= to && paragraph.end >= from)
    .flatMap((paragraph) => utf16SentencesOf(text, paragraph, language))
    .map((sentence) => ({ start: index.toCodePoint(sentence.start), end: index.toCodePoint(sentence.end) }))
}

/**
 * The whole sentences that a selection touches (code points), from the first one's start to the last one's end; with
 * an empty selection the sentence around it. Null when it touches none. RangeError outside the text.
 */
export function sentenceAround(
  text: string,
  start: TextRange['start'],
  end: TextRange['end'],
  language: string | null,
): TextRange | null {
  const isCaret = start === end
  const touched = sentencesBetween(text, start, end, language).filter((sentence) =>
    isCaret ? sentence.start <= start && sentence.end >= end : sentence.start < end && sentence.end > start,
  )
  const [first, last] = [touched[0], touched.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
