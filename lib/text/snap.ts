import { indexText, type TextRange } from './code-points'
import { graphemeEnd, graphemeStart } from './graphemes'

/**
 * A selection (code points) grown to whole graphemes, without outer white space; null when nothing else is in it.
 * Snapping twice changes nothing. RangeError outside the text.
 */
export function snapRange(text: string, start: TextRange['start'], end: TextRange['end']): TextRange | null {
  const index = indexText(text)
  const [from, to] = [index.toUtf16(start), index.toUtf16(end)]
  if (from >= to) return null
  const selected = text.slice(graphemeStart(text, from), graphemeEnd(text, to))
  if (selected.trim() === '') return null
  // White space that carries a combining mark is no white space: hence the boundaries once more, around what is left.
  const first = graphemeEnd(text, to) - selected.trimStart().length
  const last = graphemeStart(text, from) + selected.trimEnd().length
  return {
    start: index.toCodePoint(graphemeStart(text, first)),
    end: index.toCodePoint(graphemeEnd(text, last)),
  }
}
