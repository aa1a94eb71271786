import { markLevels } from '@/lib/claims/mark-levels'
import type { MarkView } from '@/lib/review/mark-view'
import { indexText } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { cutSegments } from '@/lib/text/segments'
import { STATE_LOOK } from '../state-look'
import type { Line, ParagraphView } from './paragraph'
import { partsOf } from './paragraph-windows'

/** A run of text under the same lines, outermost first, and the lines that end behind it, innermost first. */
export type Piece = { start: number; text: string; around: Line[]; ending: Line[] }

function linesOf(text: string, claims: readonly MarkView[]): Line[] {
  const index = indexText(text)
  const places = claims.flatMap((claim) =>
    claim.spans.map(({ id, start, end }, position) => ({
      id,
      start: index.toUtf16(start),
      end: index.toUtf16(end),
      claimId: claim.id,
      category: claim.category,
      number: claim.number,
      sign: STATE_LOOK[claim.state].sign,
      first: position === 0,
    })),
  )
  const levels = markLevels(places)
  return places.map((place) => ({ ...place, level: levels.get(place.id) ?? 0 }))
}

/** The paragraphs of a text, each with the lines that touch it. Cutting them is left to whoever draws one. */
export function paragraphViews(text: string, claims: readonly MarkView[]): ParagraphView[] {
  const paragraphs = utf16ParagraphsOf(text).map((range, at) => ({ ...range, number: at + 1, lines: [] as Line[] }))
  for (const line of linesOf(text, claims)) {
    let low = 0
    let high = paragraphs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((paragraphs[middle]?.end ?? 0) <= line.start) low = middle + 1
      else high = middle
    }
    for (let paragraph = paragraphs[low]; paragraph && paragraph.start < line.end; paragraph = paragraphs[++low])
      paragraph.lines.push(line)
  }
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    key: paragraph.lines
      .map(({ id, start, end, category, number, sign, level }) =>
        [id, start, end, category, number, sign, level].join(),
      )
      .join(';'),
  }))
}

/** Cuts a paragraph, or a stretch of one, once at every end of a line, and what is very long in between. */
export function piecesOf(text: string, range: { start: number; end: number }, lines: readonly Line[]): Piece[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  return cutSegments(range, lines).flatMap((segment) => {
    const around = segment.ids.flatMap((id) => byId.get(id) ?? [])
    return partsOf(text, segment.start, segment.end).map(({ start, end }) => ({
      start,
      text: text.slice(start, end),
      around,
      ending: around.filter((line) => line.end === end).reverse(),
    }))
  })
}
