import { graphemeStart } from './graphemes'

const LONGEST_WORD = 400

/** Where a run of text is cut at `most` at the latest: after white space, else between two characters. */
function cutBefore(text: string, from: number, most: number): number {
  for (let at = most; at > Math.max(from, most - LONGEST_WORD); at--) if (/\s/.test(text.charAt(at - 1))) return at
  const boundary = graphemeStart(text, most)
  return boundary > from ? boundary : most
}

/** A range of a text in pieces of at most `size` (all in UTF-16), one after the other, cut between words where it can be. */
export function cutPieces(text: string, start: number, end: number, size: number): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = []
  for (let from = start; from < end; ) {
    const to = from + size >= end ? end : cutBefore(text, from, from + size)
    pieces.push({ start: from, end: to })
    from = to
  }
  return pieces
}
