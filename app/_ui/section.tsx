import { type ReactNode, useId } from 'react'
import type { BoundedCount } from '@/lib/database/bounded-count'
import { Counted } from './counted'
import classes from './section.module.css'

interface SectionProps {
  title: ReactNode
  /** A number beside the title. */
  count?: number | BoundedCount
  actions?: ReactNode
  /** `card` draws a bordered card around the content, `flush` the same without inner padding (tables, lists of rows). */
  look?: 'bare' | 'card' | 'flush'
  id?: string
  children: ReactNode
}

/** A titled region of a page. */
export function Section({ title, count, actions, look = 'bare', id, children }: SectionProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={classes.section} id={id}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
          {count !== undefined && (
            <span className={classes.count}>
              <Counted value={count} />
            </span>
          )}
        </h2>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={classes.body} data-look={look}>
        {children}
      </div>
    </section>
  )
}
