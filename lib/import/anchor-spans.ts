import { anchorExactly, type StoredSpan } from '@/lib/text/anchor'
import type { TextRange } from '@/lib/text/code-points'

export type SpanToCarry = StoredSpan & { id: string }

/** Where spans of one text stand exactly in another, by their ids; null for those that moved or went. */
export const anchorSpans = (spans: readonly SpanToCarry[], text: string): Map<string, TextRange | null> =>
  new Map(spans.map((span) => [span.id, anchorExactly(span, text)]))
