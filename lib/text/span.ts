import { indexText, type TextRange } from './code-points'

/** How many code points of the text before and after a span are kept with it. */
const CONTEXT_LENGTH = 32

/** Words with those around them: W3C's text quote selector. */
export type TextQuote = { exact: string; prefix: string; suffix: string }

declare const proven: unique symbol

/** A range that is known to lie in its text, with its words and those around it. Only `spanAt` makes one. */
export type Span = TextRange & TextQuote & { readonly [proven]: true }

export type SpanResult = { ok: true; span: Span } | { ok: false; reason: 'outside' | 'empty' | 'blank' }

/** The span from `start` to before `end` (code points), or why there is none: outside the text, empty, only white space. */
export function spanAt(text: string, start: TextRange['start'], end: TextRange['end']): SpanResult {
  const index = indexText(text)
  const inside = (offset: number) => Number.isInteger(offset) && offset >= 0 && offset <= index.length
  if (!inside(start) || !inside(end)) return { ok: false, reason: 'outside' }
  if (start >= end) return { ok: false, reason: 'empty' }
  const exact = index.slice(start, end)
  if (exact.trim() === '') return { ok: false, reason: 'blank' }
  const prefix = index.slice(Math.max(0, start - CONTEXT_LENGTH), start)
  const suffix = index.slice(end, Math.min(index.length, end + CONTEXT_LENGTH))
  // The one place where the mark of a proven span is given.
  return { ok: true, span: { start, end, exact, prefix, suffix } as Span }
}
