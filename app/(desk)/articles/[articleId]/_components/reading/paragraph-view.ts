import { STATE_LOOK } from '@/app/(desk)/_components/claims/state-look'
import { markLevels } from '@/lib/claims/mark-levels'
import type { MarkView } from '@/lib/review/mark-view'
import { indexText } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { cutSegments } from '@/lib/text/segments'
import type { Line, ParagraphView } from './paragraph'
import { partsOf } from './paragraph-windows'

/** A run of text under the same lines, outermost first, and the lines that end behind it, innermost first. */
export type Piece = { start: number; text: string; around: Line[]; ending: Line[] }

// What a claim's lines were last: with one more mark in a text of thousands, all others stay the same objects.
const drawnLast = new WeakMap<MarkView, { text: string; lines: readonly Line[] }>()

function linesOfClaim(text: string, claim: MarkView): readonly Line[] {
  const last = drawnLast.get(claim)
  if (last?.text === text) return last.lines
  const index = indexText(text)
  return claim.spans.map(({ id, start, end }, position) => ({
    id,
    start: index.toUtf16(start),
    end: index.toUtf16(end),
    claimId: claim.id,
    category: claim.category,
    number: claim.number,
    sign: STATE_LOOK[claim.state].sign,
    level: 0,
    first: position === 0,
  }))
}

function linesOf(text: string, claims: readonly MarkView[]): Line[] {
  const placed = claims.map((claim) => linesOfClaim(text, claim))
  const levels = markLevels(placed.flat())
  const levelled = (line: Line) => {
    const level = levels.get(line.id) ?? 0
    return level === line.level ? line : { ...line, level }
  }
  return claims.flatMap((claim, at) => {
    const lines = (placed[at] ?? []).map(levelled)
    drawnLast.set(claim, { text, lines })
    return lines
  })
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
  return paragraphs
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
