import { indexText, sliceCodePoints, type TextRange } from '@/lib/text/code-points'

export type ExcerptPart = { kind: 'plain' | 'source' | 'cue' | 'gap'; text: string }

/** How much of the text stands around the words, in code points. */
const BEFORE = 24
const AFTER = 48
/** Words further apart than this are shown with a gap between them. */
const APART = 160

const BREAK = /\n/
// Not the point of an initial: "M. Mallick".
const SENTENCE_ENDS = /(?<!(?<!\p{L})\p{L})[.!?…][»”"’]*\s+$/u
const SENTENCE_END = /(?<!(?<!\p{L})\p{L})[.!?…][»”"’]*(?=\s|$)/u

// What precedes, from a word's beginning on, within the paragraph.
function lead(text: string, at: number): { text: string; cut: boolean } {
  const raw = sliceCodePoints(text, Math.max(0, at - BEFORE), at)
  const own = raw.split(BREAK).at(-1) ?? ''
  if (SENTENCE_ENDS.test(own)) return { text: '', cut: false }
  if (own.length < raw.length || at <= BEFORE) return { text: own, cut: false }
  const word = own.indexOf(' ')
  return { text: word < 0 ? '' : own.slice(word + 1), cut: true }
}

function tail(text: string, at: number, length: number): { text: string; cut: boolean } {
  const raw = sliceCodePoints(text, at, Math.min(length, at + AFTER))
  const own = raw.split(BREAK)[0] ?? ''
  const ended = SENTENCE_END.exec(own)
  if (ended) return { text: own.slice(0, ended.index + ended[0].length), cut: false }
  if (own.length < raw.length || at + AFTER >= length) return { text: own, cut: false }
  const word = own.lastIndexOf(' ')
  return { text: word < 0 ? '' : own.slice(0, word), cut: true }
}

type Words = { source: TextRange | null; cue: TextRange | null }

/** A quote that begins at that place of a text, with what of it are words of hops; of what overlaps the first is shown. */
export function quoteWithWords(quote: string, at: number, hops: readonly Words[]): ExcerptPart[] {
  const index = indexText(quote)
  const marks = hops
    .flatMap(({ source, cue }) => [
      source && { kind: 'source' as const, ...source },
      cue && { kind: 'cue' as const, ...cue },
    ])
    .filter((mark) => mark !== null)
    .map(({ kind, start, end }) => ({ kind, start: start - at, end: end - at }))
    .filter(({ start, end }) => start >= 0 && end <= index.length)
    .sort((a, b) => a.start - b.start)
  const parts: ExcerptPart[] = []
  let shown = 0
  for (const { kind, start, end } of marks) {
    if (start < shown) continue
    parts.push({ kind: 'plain', text: index.slice(shown, start) }, { kind, text: index.slice(start, end) })
    shown = end
  }
  parts.push({ kind: 'plain', text: index.slice(shown, index.length) })
  return parts.filter(({ text }) => text !== '')
}

/** The words of a hop in their surroundings, in the text's order, for showing: « Selon M. Mallick, les services… ». */
export function hopExcerpt(text: string, words: Words): ExcerptPart[] {
  const source = words.source && { kind: 'source' as const, ...words.source }
  const cue = words.cue && { kind: 'cue' as const, ...words.cue }
  const marks = [source, cue].filter((mark) => mark !== null).sort((a, b) => a.start - b.start)
  const [first, second] = marks
  if (!first) return []
  const { length } = indexText(text)
  const before = lead(text, first.start)
  const parts: ExcerptPart[] = [
    ...(before.cut ? [{ kind: 'gap' as const, text: '… ' }] : []),
    { kind: 'plain', text: before.text },
  ]
  parts.push({ kind: first.kind, text: sliceCodePoints(text, first.start, first.end) })
  let at = first.end
  if (second && second.end > at) {
    const start = Math.max(second.start, at)
    const far = start - at > APART
    const between = sliceCodePoints(text, at, start)
    parts.push(far ? { kind: 'gap', text: ' … ' } : { kind: 'plain', text: between.replace(/\s*\n\s*/g, ' ') })
    parts.push({ kind: second.kind, text: sliceCodePoints(text, start, second.end) })
    at = second.end
  }
  const after = tail(text, at, length)
  parts.push({ kind: 'plain', text: after.text }, ...(after.cut ? [{ kind: 'gap' as const, text: ' …' }] : []))
  return parts.filter((part) => part.text !== '')
}
