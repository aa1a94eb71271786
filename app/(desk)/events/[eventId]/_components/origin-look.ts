import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'
import { type Tone, toneColor } from '@/app/_ui/tone'

// Besides those of the library: a triangle on its tip, a hexagon, a bow and a pentagon.
const DRAWN = [
  'M-7.2,-4.2H7.2L0,8.3Z',
  'M-6.2,0L-3.1,-5.6H3.1L6.2,0L3.1,5.6H-3.1Z',
  'M-6.5,-5.6L0,-1.6L6.5,-5.6V5.6L0,1.6L-6.5,5.6Z',
  'M0,-6.8L6.5,-2.1L4,5.5H-4L-6.5,-2.1Z',
]
const SHAPES = [
  ...[symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar].map(
    (shape) => symbol(shape, 96)() ?? '',
  ),
  ...DRAWN,
]
const TONES: readonly Tone[] = ['accent', 'casualties', 'true', 'responsibility', 'warning', 'prediction', 'quantity']

/** What tells the figures of an origin from those of others: shape and colour together; ten shapes before one comes again. */
export type OriginLook = { path: string; color: string }

/** The look of the origin of this place in the legend; null: nobody knows whose it is, and it looks like nobody's. */
export function originLook(index: number | null): OriginLook | null {
  if (index === null) return null
  const path = SHAPES[index % SHAPES.length] ?? ''
  const round = Math.floor(index / SHAPES.length)
  return { path, color: toneColor(TONES[(index + round) % TONES.length] ?? 'accent') }
}
