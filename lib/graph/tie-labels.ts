import type { GraphTie } from '@/lib/graph/origin-graph'
import { arcBetween, type Point } from '@/lib/graph/path'
import { linesOf, widthOfWords } from '@/lib/text/text-lines'

type Box = Point & { width: number; height: number }
/** The words of a tie in lines from the upper left corner, where there is room for them; else the legend says them. */
type TieLabel = { x: number; y: number; width: number; lines: { words: string; y: number }[] }
export type DrawnTie = GraphTie & { path: string; label: TieLabel | null }

export const TIE_SIZE = 11
const LINE = 13
const WIDEST = 76
const GAP = 5

const touches = (one: Box, other: Box) =>
  one.x < other.x + other.width + 2 &&
  other.x < one.x + one.width + 2 &&
  one.y < other.y + other.height + 1 &&
  other.y < one.y + one.height + 1

/** How wide the words of a tie are, broken into lines. */
export function widthOfTie(words: string): number {
  const lines = linesOf(words, { width: WIDEST, size: TIE_SIZE, most: 2 })
  return Math.ceil(Math.max(0, ...lines.map((line) => widthOfWords(line, TIE_SIZE))))
}

/** The arcs between nodes of one column, each with its words where they lie on no node and on no other words. */
export function drawTies(
  ties: readonly GraphTie[],
  nodes: ReadonlyMap<string, Box>,
  wordsOf: (kind: GraphTie['kind']) => string,
): DrawnTie[] {
  const taken: Box[] = [...nodes.values()]
  return ties.flatMap((tie): DrawnTie[] => {
    const [from, to] = [nodes.get(tie.from), nodes.get(tie.to)]
    if (!from || !to) return []
    const { path, apex } = arcBetween(from, to)
    const words = wordsOf(tie.kind)
    const broken = linesOf(words, { width: WIDEST, size: TIE_SIZE, most: 2 })
    const width = widthOfTie(words)
    const whole = Math.ceil(widthOfWords(words, TIE_SIZE))
    const [upper, lower] = from.y <= to.y ? [from, to] : [to, from]
    const height = broken.length * LINE
    // Beside the arc; else in one line between the nodes, at either end of it.
    const places = [
      ...[0, -16, 16].map((away) => ({ x: apex.x - GAP - width, y: apex.y - height / 2 + away, lines: broken, width })),
      { x: upper.x + GAP, y: upper.y + upper.height + GAP, lines: [words], width: whole },
      { x: lower.x + GAP, y: lower.y - GAP - LINE, lines: [words], width: whole },
    ]
    const free = places.find(({ x, y, lines, width: wide }) => {
      const box = { x, y, width: wide, height: lines.length * LINE }
      return x >= 0 && y >= 0 && !taken.some((other) => touches(box, other))
    })
    if (!free) return [{ ...tie, path, label: null }]
    taken.push({ x: free.x, y: free.y, width: free.width, height: free.lines.length * LINE })
    const lines = free.lines.map((line, at) => ({ words: line, y: free.y + (at + 1) * LINE - 3 }))
    return [{ ...tie, path, label: { x: free.x, y: free.y, width: free.width, lines } }]
  })
}
