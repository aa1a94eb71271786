import { graphemeStart } from './graphemes'
import { segmenterFor } from './segmenter'

// Segmenting takes time in the square of a line's length: so it goes by windows that end after white space, or after so
// many units where there is none.
const WINDOW = 2000

function windowEnd(text: string, from: number): number {
  const most = from + WINDOW
  if (most >= text.length) return text.length
  for (let to = most; to > from; to--) if (/\s/.test(text.charAt(to - 1))) return to
  const boundary = graphemeStart(text, most)
  return boundary > from ? boundary : most
}

/** Words as a person counts them, also of scripts that put no spaces between them. Linear in the text's length. */
export function countWords(text: string): number {
  const segmenter = segmenterFor(null, 'word')
  let count = 0
  for (let from = 0; from < text.length; ) {
    const to = windowEnd(text, from)
    for (const part of segmenter.segment(text.slice(from, to))) if (part.isWordLike) count++
    from = to
  }
  return count
}
