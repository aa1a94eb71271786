import { DomainError } from '@/lib/errors'
import type { Part, PartKind } from '@/lib/import/parts'
import { fillWithBody, NO_FACTS, readLines, type TextFacts } from '@/lib/import/read-lines'
import { normaliseText } from '@/lib/text/normalise'

/** Forms in which a text may come, by what is in a file and never by its name. */
const FORMATS = ['plain', 'html', 'word', 'openDocument', 'rtf', 'mail', 'webArchive', 'pdf'] as const
export type Format = (typeof FORMATS)[number]

/** A paragraph as a file has it. */
export type Block = { kind: PartKind; text: string; kept: boolean }

/** What a file holds: its paragraphs in order, and what it says about itself. */
export type Opened = { format: Format; blocks: readonly Block[]; facts: Partial<TextFacts>; isJoined?: boolean }

/** More than this a file does not give: the article's text is refused long before. In UTF-16 units. */
export const MOST_TEXT = 3_000_000

/** Deeper than this no page and no document nests; the parser's time grows with it. */
const MOST_DEPTH = 3000

/** Counts how deep elements are nested. Throws `invalid` for what nests without end. */
export function countDepth() {
  let depth = 0
  return {
    open() {
      depth += 1
      if (depth > MOST_DEPTH) throw new DomainError('invalid', [{ key: 'import.tooMuchInside' }])
    },
    close() {
      depth -= 1
    },
  }
}

/** The text of all blocks, and what each part of it is: also what the first and last lines of the article's own say. */
export function partsOfBlocks(
  blocks: readonly Block[],
  facts: Partial<TextFacts>,
  language: (text: string) => string | null,
) {
  const pieces: string[] = []
  const own: { from: number; at: number; length: number }[] = []
  const parts: Part[] = []
  const bodies: string[] = []
  let [at, from] = [0, 0]
  for (const { kind, text, kept } of blocks) {
    const plain = normaliseText(text).trim()
    if (plain === '') continue
    const words = `${plain}\n\n`
    if (kind === 'body') {
      own.push({ from, at, length: words.length })
      bodies.push(words)
      from += words.length
    } else parts.push({ kind, start: at, end: at + words.length, kept })
    pieces.push(words)
    at += words.length
  }
  const text = pieces.join('')
  const body = bodies.join('')
  const read = body === '' ? { parts: [], facts: NO_FACTS } : readLines(body, language(body))
  let next = 0
  for (const part of read.parts) {
    if (part.kind === 'body') continue
    while (next < own.length - 1 && (own[next + 1]?.from ?? 0) <= part.start) next += 1
    const block = own[next]
    if (!block) continue
    const start = block.at + part.start - block.from
    parts.push({ ...part, start, end: Math.min(start + part.end - part.start, block.at + block.length) })
  }
  parts.sort((one, other) => one.start - other.start)
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined))
  return { text, parts: fillWithBody(text.length, parts), facts: { ...read.facts, ...said } as TextFacts }
}
