import { cutPieces } from '@/lib/text/cut-pieces'
import type { ParagraphView } from './paragraph'

/** A run of paragraphs that the browser draws when it is near the eye; `height` is its likely one, in pixels. */
export type ParagraphWindow = { start: number; height: number; paragraphs: readonly ParagraphView[] }

// Shorter texts are drawn whole.
const LONG_TEXT = 40_000
const WINDOW = 6000
// A longer paragraph is cut into stretches, as the browser can leave out boxes alone, not lines.
const LONG_PARAGRAPH = 12_000
const STRETCH = 4000
// No text node is longer: browsers cut those of 65,536 units by themselves.
const PIECE = 2000

const LINE = 66
const LINE_HEIGHT = 30.7
const PARAGRAPH_GAP = 17

/** How tall a run of text is likely to be, in pixels. */
export const likelyHeight = (length: number) => Math.round(Math.ceil(length / LINE) * LINE_HEIGHT)

/** The paragraphs in windows, each of which holds one at least; null for a text that is drawn whole. */
export function windowsOf(text: string, paragraphs: readonly ParagraphView[]): ParagraphWindow[] | null {
  if (text.length < LONG_TEXT) return null
  const windows: { start: number; end: number; height: number; paragraphs: ParagraphView[] }[] = []
  for (const paragraph of paragraphs) {
    const { start, end } = paragraph
    const height = likelyHeight(end - start) + PARAGRAPH_GAP
    const last = windows.at(-1)
    if (last && end - last.start <= WINDOW) {
      last.paragraphs.push(paragraph)
      last.height += height
    } else windows.push({ start, end, height, paragraphs: [paragraph] })
  }
  return windows
}

/** The stretches of a very long paragraph (UTF-16), one after the other; one for all others. */
export const stretchesOf = (text: string, { start, end }: { start: number; end: number }) =>
  end - start > LONG_PARAGRAPH ? cutPieces(text, start, end, STRETCH) : [{ start, end }]

/** A run of text in parts that each stand in one text node (UTF-16). */
export const partsOf = (text: string, start: number, end: number) =>
  end - start > PIECE * 1.5 ? cutPieces(text, start, end, PIECE) : [{ start, end }]
