import { markLevels } from '@/lib/claims/mark-levels'
import { indexText } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { cutSegments } from '@/lib/text/segments'
import type { ClaimCategory } from '@/prisma/generated/enums'
import type { MarkView } from '../mark-view'
import { STATE_LOOK } from '../state-look'

/** One mark around a piece of text, or its tag after it. */
export type PieceMark = { claimId: string; category: ClaimCategory; level: number }
export type PieceTag = { claimId: string; number: number; sign: string; first: boolean }
/** A run of text under the same marks (outermost first), with the tags of the claims whose passages end here. */
export type Piece = { start: number; text: string; marks: PieceMark[]; tags: PieceTag[] }
/** A paragraph ready to be drawn; offsets in UTF-16. Equal keys draw the same. */
export type ParagraphView = { number: number; start: number; pieces: Piece[]; key: string }

type Line = { id: string; start: number; end: number; claim: MarkView; first: boolean }

function linesOf(text: string, claims: readonly MarkView[]): Line[] {
  const index = indexText(text)
  return claims.flatMap((claim) =>
    claim.spans.map((span, position) => ({
      id: span.id,
      start: index.toUtf16(span.start),
      end: index.toUtf16(span.end),
      claim,
      first: position === 0,
    })),
  )
}

/** Cuts a text into paragraphs and each of these once at every border of a mark. */
export function paragraphViews(text: string, claims: readonly MarkView[]): ParagraphView[] {
  const lines = linesOf(text, claims).toSorted((a, b) => a.start - b.start)
  const byId = new Map(lines.map((line) => [line.id, line]))
  const levels = markLevels(lines)
  return utf16ParagraphsOf(text).map((paragraph, position) => {
    const within = lines.filter((line) => line.start < paragraph.end && line.end > paragraph.start)
    const pieces = cutSegments(paragraph, within).map((segment): Piece => {
      const around = segment.ids.flatMap((id) => byId.get(id) ?? [])
      const ending = around.filter((line) => line.end === segment.end).reverse()
      return {
        start: segment.start,
        text: text.slice(segment.start, segment.end),
        marks: around.map(({ id, claim }) => ({
          claimId: claim.id,
          category: claim.category,
          level: levels.get(id) ?? 0,
        })),
        tags: ending.map(({ claim, first }) => ({
          claimId: claim.id,
          number: claim.number,
          sign: STATE_LOOK[claim.state].sign,
          first,
        })),
      }
    })
    return { number: position + 1, start: paragraph.start, pieces, key: JSON.stringify(pieces) }
  })
}
