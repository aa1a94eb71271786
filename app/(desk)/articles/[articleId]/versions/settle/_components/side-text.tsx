import type { Ref } from 'react'
import type { TextRange } from '@/lib/text/code-points'
import { type PointedWords, TextColumn } from '../../_components/text-column'
import classes from '../../_components/versions.module.css'

interface SideTextProps {
  title: string
  text: string
  language: string | null
  fresh: readonly TextRange[]
  look: 'added' | 'gone'
  pointed: readonly PointedWords[]
  place: Ref<HTMLElement>
}

/** One of the two texts, in a box of its own that scrolls. */
export function SideText({ title, place, ...column }: SideTextProps) {
  return (
    <div className={classes.column}>
      <h2 className={classes.columnTitle} dir="auto">
        {title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={classes.scroll} ref={place} tabIndex={0} aria-label={title}>
        <TextColumn {...column} />
      </section>
    </div>
  )
}
