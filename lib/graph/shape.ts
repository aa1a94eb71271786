import type { GraphNode } from '@/lib/graph/origin-graph'
import type { Standing } from '@/lib/independence/placed'

type Box = { width: number; height: number }

/** How a node looks: its kind, and of origins what they count as. Told by outline and pattern, not by colour alone. */
export type NodeLook = 'claim' | 'text' | 'source' | Standing | 'against'

/** `against`: an origin of the other side. */
export function lookOf(node: GraphNode): NodeLook {
  if (node.kind !== 'origin') return node.kind
  const { standing } = node.group
  return node.against && standing === 'origin' ? 'against' : standing
}

const ROUND: Record<Exclude<NodeLook, 'text' | 'roundUp'>, number> = {
  claim: 4,
  source: 13,
  origin: 26,
  against: 26,
  undetermined: 26,
  circle: 26,
}

const rounded = ({ width, height }: Box, radius: number, inset = 0) => {
  const [w, h] = [width - 2 * inset, height - 2 * inset]
  const r = Math.min(radius, h / 2)
  const arc = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
  return `M${inset + r} ${inset}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`
}

/** The outline of a node from its upper left corner, as SVG path data. */
export function outlineOf(look: NodeLook, box: Box): string {
  const { width, height } = box
  // A sheet with a folded corner; a box with its corners cut, for what is put together from several.
  if (look === 'text') return `M0 0h${width - 13}l13 13v${height - 13}h${-width}z`
  if (look === 'roundUp') {
    const cut = 13
    return `M${cut} 0h${width - 2 * cut}l${cut} ${cut}v${height - 2 * cut}l${-cut} ${cut}h${2 * cut - width}l${-cut} ${-cut}v${2 * cut - height}z`
  }
  return rounded(box, ROUND[look])
}

/** What is drawn within the outline: the fold of a sheet, the bar of a claim, the second line of a circle; else nothing. */
export function innerLineOf(look: NodeLook, box: Box): string | null {
  if (look === 'text') return `M${box.width - 13} 0v13h13`
  if (look === 'circle') return rounded(box, ROUND.circle - 4, 4)
  return null
}
