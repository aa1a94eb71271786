import type { Part, PartKind, TextLine } from './parts'

/** A line that holds nothing but the number of a page, or of many. */
export const NUMBER_OF_PAGE = /^[\s–—-]{0,4}(?:(?:page|p\.)\s?)?\d{1,5}(?:\s?(?:\/|sur|of)\s?\d{1,5})?[\s–—-]{0,4}$/iu
const LONGEST_HEAD = 120
const FEWEST_ALIKE = 3

const isAlone = (text: string, { start, next, end }: TextLine) =>
  (start < 2 || text[start - 2] === '\n' || text.slice(Math.max(0, start - 12), start).trim() === '') &&
  (next >= text.length || next > end + 1)

const canBeHead = ({ words }: TextLine) =>
  words.length <= LONGEST_HEAD && /^[\p{Lu}\p{N}]/u.test(words) && !/[.!?…;:,»”"]$/u.test(words)

const alike = (words: string) => words.replace(/\d+/g, '#')

/** What printing left between paragraphs: numbers of pages and the heads above them. They are offered for leaving out. */
export function findPageLines(text: string, lines: readonly TextLine[]): Part[] {
  const counts = new Map<string, number>()
  const alone = lines.map((line) => isAlone(text, line))
  for (const [at, line] of lines.entries())
    if (alone[at] && canBeHead(line)) counts.set(alike(line.words), (counts.get(alike(line.words)) ?? 0) + 1)
  const kinds = lines.map((line, at): PartKind | null => {
    if (!alone[at]) return null
    if (NUMBER_OF_PAGE.test(line.words)) return 'pageNumber'
    return canBeHead(line) && (counts.get(alike(line.words)) ?? 0) >= FEWEST_ALIKE ? 'pageHead' : null
  })
  return lines.flatMap((line, at): Part[] => {
    const beside = kinds[at - 1] === 'pageNumber' && at > 1
    const kind = kinds[at] ?? (beside && alone[at] && canBeHead(line) && at < lines.length - 1 ? 'pageHead' : null)
    return kind ? [{ kind, start: line.start, end: line.next, kept: true }] : []
  })
}
