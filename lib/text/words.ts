import { type CodePoint, indexText } from './code-points'
import { graphemeEnd, graphemeStart } from './graphemes'
import { paragraphsOf } from './normalise'
import { segmenterFor } from './segmenter'
import { sentencesBetween } from './sentences'

export type CursorUnit = 'grapheme' | 'word' | 'sentence' | 'paragraph'
export type CursorDirection = 'next' | 'previous'

// Words are looked for in windows, which begin after white space: segmenting a long text whole takes too long.
const WINDOW = 1024
const LONGEST_WORD = 256

function wordWindowStart(text: string, at: number): number {
  const least = Math.max(0, at - LONGEST_WORD)
  for (let from = at; from > least; from--) if (/\s/.test(text.charAt(from - 1))) return from
  return graphemeStart(text, least)
}

function wordsBetween(text: string, from: number, to: number, language: string | null) {
  return Array.from(segmenterFor(language, 'word').segment(text.slice(from, to)))
    .filter((part) => part.isWordLike)
    .map((part) => ({ start: from + part.index, end: from + part.index + part.segment.length }))
}

function wordEndAfter(text: string, at: number, language: string | null): number {
  let from = wordWindowStart(text, at)
  for (;;) {
    const to = Math.min(text.length, from + WINDOW)
    const isLast = to === text.length
    // A word that reaches the window's end may go on beyond it.
    const word = wordsBetween(text, from, to, language).find(({ end }) => end > at && (isLast || end < to))
    if (word || isLast) return word?.end ?? text.length
    from = wordWindowStart(text, to)
  }
}

function wordStartBefore(text: string, at: number, language: string | null): number {
  for (let to = at; to > 0; ) {
    const from = wordWindowStart(text, Math.max(0, to - WINDOW / 2))
    const words = wordsBetween(text, from, Math.min(text.length, to + LONGEST_WORD), language)
    const word = words.findLast(({ start }) => start < at)
    if (word) return word.start
    to = from
  }
  return 0
}

type Step = (text: string, at: CodePoint, language: string | null) => CodePoint

const inUtf16 =
  (step: (text: string, at: number, language: string | null) => number): Step =>
  (text, at, language) => {
    const index = indexText(text)
    return index.toCodePoint(step(text, index.toUtf16(at), language))
  }

const nextSentence: Step = (text, at, language) => {
  const next = paragraphsOf(text).find(({ start }) => start > at)
  const within = sentencesBetween(text, at, at, language).find(({ start }) => start > at)
  return within?.start ?? next?.start ?? indexText(text).length
}

const previousSentence: Step = (text, at, language) => {
  const paragraph = paragraphsOf(text).findLast(({ start }) => start < at)
  if (!paragraph) return 0
  const sentences = sentencesBetween(text, paragraph.start, paragraph.start, language)
  return sentences.findLast(({ start }) => start < at)?.start ?? paragraph.start
}

const STEPS: Record<CursorUnit, Record<CursorDirection, Step>> = {
  grapheme: {
    next: inUtf16((text, at) => graphemeEnd(text, Math.min(text.length, at + 1))),
    previous: inUtf16((text, at) => graphemeStart(text, at - 1)),
  },
  word: { next: inUtf16(wordEndAfter), previous: inUtf16(wordStartBefore) },
  sentence: { next: nextSentence, previous: previousSentence },
  paragraph: {
    next: (text, at) => paragraphsOf(text).find(({ start }) => start > at)?.start ?? indexText(text).length,
    previous: (text, at) => paragraphsOf(text).findLast(({ start }) => start < at)?.start ?? 0,
  },
}

/**
 * Where the reading cursor stands after one step (code points): the next end of a word or the previous start of one;
 * the start of the next or previous sentence or paragraph; the neighbouring grapheme boundary. It stops at the text's
 * ends. RangeError outside the text.
 */
export function moveCursor(
  text: string,
  position: CodePoint,
  unit: CursorUnit,
  direction: CursorDirection,
  language: string | null,
): CodePoint {
  return STEPS[unit][direction](text, position, language)
}
