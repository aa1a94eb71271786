import { indexText, type TextRange } from '@/lib/text/code-points'
import { freshOf, sharedBlocks } from '@/lib/text/shared-blocks'

const HOLDS_SOMETHING = /\S/u

/** What of an earlier text is gone in a later one, and what of the later one is new; in code points, without what is white space alone. */
export function freshBetween(before: string, after: string): { gone: TextRange[]; added: TextRange[] } {
  const blocks = sharedBlocks(before, after)
  const ranges = (text: string, side: 'from' | 'to') => {
    const index = indexText(text)
    return freshOf(text, blocks, side)
      .filter(({ from, to }) => HOLDS_SOMETHING.test(text.slice(from, to)))
      .map(({ from, to }) => ({ start: index.toCodePoint(from), end: index.toCodePoint(to) }))
  }
  return { gone: ranges(before, 'from'), added: ranges(after, 'to') }
}
