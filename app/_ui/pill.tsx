import type { ReactNode } from 'react'
import classes from './pill.module.css'
import { type Tone, toneColor } from './tone'

interface PillProps {
  tone?: Tone
  /** A glyph or icon: the colour never stands alone. */
  icon?: ReactNode
  /** `outline` for verdicts, `plain` for coloured words in a line, `soft` for chips. */
  look?: 'outline' | 'plain' | 'soft'
  children: ReactNode
  title?: string
}

export function Pill({ tone = 'mute', icon, look = 'outline', children, title }: PillProps) {
  return (
    <span
      className={classes.pill}
      data-look={look}
      title={title}
      style={{ color: look === 'soft' && tone === 'mute' ? undefined : toneColor(tone) }}
    >
      {icon && (
        <span aria-hidden className={classes.icon}>
          {icon}
        </span>
      )}
      {children}
    </span>
  )
}
