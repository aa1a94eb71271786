import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape'
import { type Tone, toneColor } from '@/app/_ui/tone'

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye]
const TONES: readonly Tone[] = ['accent', 'casualties', 'true', 'responsibility', 'warning', 'prediction', 'quantity']

/** What tells the figures of an origin from those of others: shape and colour together; both differ for 49 of them. */
export type OriginLook = { path: string; color: string }

export function originLook(index: number): OriginLook {
  const round = Math.floor(index / SHAPES.length)
  const shape = SHAPES[index % SHAPES.length] ?? symbolCircle
  const tone = TONES[(index + round) % TONES.length] ?? 'accent'
  return { path: symbol(shape, 92)() ?? '', color: toneColor(tone) }
}
