import type { ReactNode } from 'react'
import classes from './note.module.css'
import { type Tone, toneColor } from './tone'

/** A quiet box with a coloured edge: something to know at this place (`warning`), or why something is refused. */
export function Note({ tone = 'warning', title, children }: { tone?: Tone; title?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.note} style={{ '--note-color': toneColor(tone) }}>
      {title && (
        <strong className={classes.title} dir="auto">
          {title}
        </strong>
      )}
      {children}
    </div>
  )
}
