export type Point = { x: number; y: number }
type Box = Point & { width: number; height: number }

const RADIUS = 9
const round = (value: number) => Math.round(value * 10) / 10
const said = ({ x, y }: Point) => `${round(x)} ${round(y)}`

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return from
  const part = Math.min(1, distance / length)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** A line through these points as SVG path data, its corners rounded. Empty for fewer than two points. */
export function roundedPath(points: readonly Point[]): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return ''
  const corners = points.slice(1, -1).map((corner, index) => {
    const [before, after] = [points[index] ?? corner, points[index + 2] ?? corner]
    const space = Math.min(
      RADIUS,
      Math.hypot(corner.x - before.x, corner.y - before.y) / 2,
      Math.hypot(after.x - corner.x, after.y - corner.y) / 2,
    )
    return `L${said(towards(corner, before, space))}Q${said(corner)} ${said(towards(corner, after, space))}`
  })
  return `M${said(first)}${corners.join('')}L${said(last)}`
}

/** An arc to the left of two boxes of one column, and the point of it that is farthest from them. */
export function arcBetween(one: Box, other: Box): { path: string; apex: Point } {
  const [upper, lower] = one.y <= other.y ? [one, other] : [other, one]
  const from = { x: upper.x, y: upper.y + upper.height - 12 }
  const to = { x: lower.x, y: lower.y + 12 }
  const out = Math.min(52, 30 + Math.abs(to.y - from.y) / 12)
  const x = Math.min(from.x, to.x) - out
  const path = `M${said(from)}C${said({ x, y: from.y })} ${said({ x, y: to.y })} ${said(to)}`
  return { path, apex: { x: round((from.x + to.x) / 2 - out * 0.75), y: round((from.y + to.y) / 2) } }
}
