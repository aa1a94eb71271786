import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { SideSum } from '@/app/(desk)/_components/claims/side-sum'
import { deniedByConcerned } from '@/lib/independence/concerned'
import type { IndependenceView } from '@/lib/independence/view'
import classes from './origins.module.css'

/** How many appearances, origins and undetermined ones, for the claim and against it. */
export function OriginSums({ view }: { view: IndependenceView }) {
  const t = useTranslations('origins')
  const { asserting, contradicting } = view.counts
  const words = useTranslations('independence')
  const denials = deniedByConcerned(contradicting.groups, view.decisions)
  const isOne = asserting.appearances + contradicting.appearances === 1
  return (
    <section className={classes.sums} aria-label={t('sum')}>
      <div className={classes.sum}>
        <SideSum side={asserting} />
      </div>
      {contradicting.appearances > 0 && (
        <div className={classes.sum}>
          <SideSum side={contradicting} against />
          {denials > 0 && <p>{words('byConcerned', { count: denials })}</p>}
        </div>
      )}
      {isOne && <Note tone="accent">{t('one')}</Note>}
    </section>
  )
}
