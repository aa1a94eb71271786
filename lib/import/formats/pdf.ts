import { getDocumentProxy } from 'unpdf'
import { DomainError } from '@/lib/errors'
import { NUMBER_OF_PAGE } from '@/lib/import/page-lines'
import type { PartKind } from '@/lib/import/parts'
import { type Block, MOST_TEXT, type Opened } from './opened'

const MOST_PAGES = 3000

type PdfLine = { words: string; y: number; height: number }
type PdfItem = { str: string; hasEOL: boolean; transform: number[]; height: number }

const refuse = (key: string): never => {
  throw new DomainError('invalid', [{ key }])
}

function linesOfPage(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let [pieces, y, height] = [[] as string[], Number.NaN, 0]
  const close = () => {
    const words = pieces.join('').replace(/\s+/g, ' ').trim()
    if (words !== '') lines.push({ words, y, height })
    pieces = []
  }
  for (const { str, hasEOL, transform, height: tall } of items) {
    const at = transform[5] ?? 0
    if (pieces.length > 0 && Math.abs(at - y) > Math.max(tall, height, 4) * 0.6) close()
    if (pieces.length === 0) [y, height] = [at, tall]
    pieces.push(str)
    if (hasEOL) close()
  }
  close()
  return lines
}

/** Lines that stand closer are one paragraph; `\n` between its lines. */
function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const gaps = lines.slice(1).map(({ y }, at) => Math.abs((lines[at]?.y ?? y) - y))
  const usual = [...gaps].filter((gap) => gap > 0).sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const paragraphs: string[] = []
  for (const [at, { words }] of lines.entries()) {
    const isNew = at === 0 || (gaps[at - 1] ?? 0) > usual * 1.35
    if (isNew) paragraphs.push(words)
    else paragraphs[paragraphs.length - 1] += `\n${words}`
  }
  return paragraphs
}

const alike = (words: string) => words.replace(/\d+/g, '#')

/** How far the number in a line is from that of its page; null for a line that is no number alone. */
const distanceOf = ({ words }: PdfLine, page: number) =>
  NUMBER_OF_PAGE.test(words) ? Number(/\d+/.exec(words)?.[0]) - page : null

const outerOf = (lines: readonly PdfLine[]) => new Set([lines[0], lines[1], lines.at(-1), lines.at(-2)])

/** Heads and numbers of pages: first and last lines that come again on several pages. */
function pageKinds(pages: readonly PdfLine[][]): (line: PdfLine, isOuter: boolean, page: number) => PartKind | null {
  const counts = new Map<string, number>()
  const distances = new Map<number | null, number>()
  for (const [at, lines] of pages.entries())
    for (const line of outerOf(lines)) {
      if (!line) continue
      counts.set(alike(line.words), (counts.get(alike(line.words)) ?? 0) + 1)
      const distance = distanceOf(line, at + 1)
      distances.set(distance, (distances.get(distance) ?? 0) + 1)
    }
  const enough = Math.max(2, Math.min(3, pages.length * 0.4))
  return (line, isOuter, page) => {
    const { words } = line
    if (!isOuter) return null
    const distance = distanceOf(line, page)
    // Numbers of pages count on from page to page: a line that ends in "170" is a figure.
    if (distance !== null) return distance === 0 || (distances.get(distance) ?? 0) > 1 ? 'pageNumber' : null
    return words.length <= 120 && pages.length > 1 && (counts.get(alike(words)) ?? 0) >= enough ? 'pageHead' : null
  }
}

async function readPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = []
  let length = 0
  const document = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 })
  if (document.numPages > MOST_PAGES) return refuse('import.tooManyPages')
  for (let number = 1; number <= document.numPages && length < MOST_TEXT; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOfPage(items.filter((item): item is PdfItem & typeof item => 'str' in item))
    for (const { words } of lines) length += words.length
    pages.push(lines)
    page.cleanup()
  }
  await document.cleanup()
  return pages
}

/** A PDF that has its words as text. Throws `invalid` for one that is only pictures, is locked, is damaged or has too many pages. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  let pages: PdfLine[][]
  try {
    pages = await readPages(bytes)
  } catch (error) {
    if (error instanceof DomainError) throw error
    return refuse(
      error instanceof Error && error.name === 'PasswordException' ? 'import.lockedFile' : 'import.damagedFile',
    )
  }
  if (pages.every((lines) => lines.length === 0)) return refuse('import.pdfWithoutText')
  const kindOf = pageKinds(pages)
  const blocks = pages.flatMap((lines, page): Block[] => {
    const kinds = lines.map((line, at) => kindOf(line, at < 2 || at >= lines.length - 2, page + 1))
    const outer = (kept: (at: number) => boolean) =>
      lines.flatMap((line, at): Block[] => {
        const kind = kinds[at]
        return kind && kept(at) ? [{ kind, text: line.words, kept: false }] : []
      })
    const body = paragraphsOf(lines.filter((_, at) => kinds[at] === null))
    const middle = lines.length / 2
    return [
      ...outer((at) => at < middle),
      ...body.map((text): Block => ({ kind: 'body', text, kept: true })),
      ...outer((at) => at >= middle),
    ]
  })
  // Pages that hold nothing else are no heads.
  const isAllLeft = !blocks.some(({ kind }) => kind === 'body')
  const all = isAllLeft ? blocks.map(({ text }): Block => ({ kind: 'body', text, kept: true })) : blocks
  return { format: 'pdf', blocks: all, facts: {}, isJoined: true }
}
