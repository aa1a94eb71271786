import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { Contradiction } from '@/lib/figures/contradictions'
import type { EventFigure } from '@/lib/figures/queries'
import classes from './event.module.css'

interface ContradictionsListProps {
  found: readonly Contradiction[]
  figures: readonly EventFigure[]
}

/** Where figures of the event contradict each other, in a sentence each. */
export function ContradictionsList({ found, figures }: ContradictionsListProps) {
  const t = useTranslations('event.contradiction')
  const words = (id: string | undefined) => figures.find((each) => each.id === id)?.verbatim ?? ''
  const sentence = (each: Contradiction) => {
    const [one, other] = each.ids
    const values = { one: words(one), other: words(other) }
    if (each.kind === 'partsExceed') {
      const parts = each.ids.slice(1).map((id) => t('quote', { words: words(id) }))
      return t('partsExceed', { total: words(one), parts: parts.join(', '), sum: each.sum })
    }
    if (each.kind !== 'notComparable') return t(each.kind, values)
    return t('notComparable', { ...values, why: each.why.map((why) => t(`why.${why}`)).join(', ') })
  }
  return (
    <Note tone="warning" title={t('title', { count: found.length })}>
      <ul className={classes.contradictions}>
        {found.map((each) => (
          <li key={`${each.kind} ${each.ids.join(' ')}`}>{sentence(each)}</li>
        ))}
      </ul>
    </Note>
  )
}
