import classes from './glyph.module.css'
import { type Tone, toneColor } from './tone'

const SHAPES = {
  empty: '○',
  quarter: '◔',
  half: '◑',
  'three-quarters': '◕',
  full: '●',
  cross: '✕',
  check: '✓',
  double: '✓✓',
  almost: '≈',
  unlike: '≉',
  question: '?',
  warning: '⚠',
} as const

export type GlyphShape = keyof typeof SHAPES

/** A small mark for a state. `label` is what a screen reader says; leave it out where the same words stand beside it. */
export function Glyph({ shape, label, tone = 'mute' }: { shape: GlyphShape; label?: string; tone?: Tone }) {
  const style = { color: toneColor(tone) }
  if (!label)
    return (
      <span aria-hidden className={classes.glyph} style={style}>
        {SHAPES[shape]}
      </span>
    )
  return (
    <span role="img" aria-label={label} title={label} className={classes.glyph} style={style}>
      {SHAPES[shape]}
    </span>
  )
}
