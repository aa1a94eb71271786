import { useTranslations } from 'next-intl'
import { deniedByConcerned } from '@/lib/independence/concerned'
import type { OriginGroup, SideCount } from '@/lib/independence/count-origins'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import { OriginGroups } from '../independence/origin-groups'
import classes from './review.module.css'

const counts = ({ standing }: OriginGroup) => standing === 'origin'

/** What an approval counts, for the claim and against it, and what it does not: each with the rule or the person that says why. */
export function GateOrigins({ claimId, origins }: { claimId: string; origins: OriginSummary }) {
  const t = useTranslations('review.gate')
  const words = useTranslations('independence')
  const { asserting, contradicting } = origins
  const part = (side: SideCount, isCounted: boolean) => ({
    ...side,
    groups: side.groups.filter((group) => counts(group) === isCounted),
  })
  const lists = [
    { title: t('for'), side: part(asserting, true) },
    { title: t('against'), side: part(contradicting, true), isAgainst: true },
    { title: t('notFor'), side: part(asserting, false) },
    { title: t('notAgainst'), side: part(contradicting, false), isAgainst: true },
  ].filter(({ side }) => side.groups.length > 0)
  const denials = deniedByConcerned(contradicting.groups, origins.decisions)
  return (
    <section className={classes.gate} aria-label={t('title')}>
      {lists.length === 0 && <p>{t('none')}</p>}
      {lists.map(({ title, ...list }) => (
        <OriginGroups key={title} title={title} counts={origins} {...list} />
      ))}
      {denials > 0 && <p>{words('byConcerned', { count: denials })}</p>}
      {asserting.undetermined + contradicting.undetermined > 0 && (
        <p>{t.rich('undetermined', { decide: (text) => <a href={`/claims/${claimId}/origins`}>{text}</a> })}</p>
      )}
    </section>
  )
}
