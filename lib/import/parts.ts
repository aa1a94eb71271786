/** What a stretch of a received text is. Only `body` is always the article's own text. */
const PART_KINDS = [
  ...(['body', 'title', 'outlet', 'author', 'date', 'dateline', 'address', 'label'] as const),
  ...(['slug', 'priority', 'embargo', 'signOff', 'copyright'] as const),
  ...(['menu', 'share', 'teaser', 'caption', 'pageNumber', 'pageHead', 'note'] as const),
] as const
export type PartKind = (typeof PART_KINDS)[number]

/** A stretch of a text in UTF-16, with the blank lines behind it. `kept`: it is part of the article's text unless a person says otherwise. */
export type Part = { kind: PartKind; start: number; end: number; kept: boolean }

/** Parts that are answered together: all page numbers, all lines of one running head; else one part. */
export type PartGroup = { kind: Exclude<PartKind, 'body'>; words: string; count: number; kept: boolean }

const SHOWN = 400

const groupKey = (text: string, { kind, start, end }: Part) => {
  if (kind === 'pageNumber') return kind
  return kind === 'pageHead' ? `${kind} ${text.slice(start, end).replace(/\d+/g, '#').trim()}` : `${kind} ${start}`
}

/** The groups of all parts but the body, in order, and of which group each part is. */
export function groupParts(text: string, parts: readonly Part[]) {
  const numbers = new Map<string, number>()
  const groups: PartGroup[] = []
  const groupOf = parts.map((part) => {
    const { kind } = part
    if (kind === 'body') return null
    const key = groupKey(text, part)
    const number = numbers.get(key) ?? groups.length
    numbers.set(key, number)
    const group = groups[number]
    if (group) group.count += 1
    else {
      const words = text.slice(part.start, Math.min(part.end, part.start + SHOWN)).trim()
      groups.push({ kind, words, count: 1, kept: part.kept })
    }
    return number
  })
  return { groups, groupOf }
}

/** The text of the parts that are kept; `toggled`: groups of which a person said the other thing. */
export function textOfParts(text: string, parts: readonly Part[], toggled: readonly number[]): string {
  const { groupOf } = groupParts(text, parts)
  const other = new Set(toggled)
  const isKept = ({ kept }: Part, at: number) => {
    const group = groupOf[at]
    return group !== null && group !== undefined && other.has(group) ? !kept : kept
  }
  return parts
    .filter(isKept)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
}

/** A line with its place; `next`: where the next line begins that is not blank. */
export type TextLine = { start: number; end: number; next: number; words: string }

/** The lines of a normalised text that are not blank. */
export function linesIn(text: string): TextLine[] {
  const lines: TextLine[] = []
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const words = text.slice(from, end).trim()
    const next = newline < 0 ? text.length : newline + 1
    const last = lines.at(-1)
    if (words !== '') lines.push({ start: from, end, next, words })
    else if (last) last.next = next
    from = next
  }
  return lines
}
