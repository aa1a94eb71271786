import { cutPieces } from './cut-pieces'
import { segmenterFor } from './segmenter'

// Segmenting takes time in the square of a line's length: so it goes by windows.
const WINDOW = 2000

/** Words as a person counts them, also of scripts that put no spaces between them. Linear in the text's length. */
export function countWords(text: string): number {
  const segmenter = segmenterFor(null, 'word')
  let count = 0
  for (const { start, end } of cutPieces(text, 0, text.length, WINDOW))
    for (const part of segmenter.segment(text.slice(start, end))) if (part.isWordLike) count++
  return count
}
