import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import type { ClaimView } from '@/lib/claims/queries'
import { countOriginsOfClaim, type OriginSummary } from '@/lib/independence/queries'
import classes from './independence.module.css'
import { OriginGroups } from './origin-groups'
import { SideSum } from './side-sum'

/** "3 → 1": how many accounts of a claim, how many independent origins, and which, for and against. */
export async function IndependenceBox({ claim, counted }: { claim: ClaimView; counted?: OriginSummary }) {
  const t = await getTranslations('independence')
  const counts = counted ?? (await countOriginsOfClaim(await getCtx(), claim.id))
  const { asserting, contradicting } = counts
  const accounts = asserting.accounts + contradicting.accounts
  return (
    <section className={classes.box} aria-label={t('title')}>
      <SideSum side={asserting} />
      {contradicting.accounts > 0 && <SideSum side={contradicting} against />}
      {accounts > 0 && (
        <details className={classes.groups}>
          <summary>{t('details')}</summary>
          {asserting.accounts > 0 && <OriginGroups title={t('for')} side={asserting} labels={counts.labels} />}
          {contradicting.accounts > 0 && (
            <OriginGroups title={t('against')} side={contradicting} labels={counts.labels} />
          )}
        </details>
      )}
    </section>
  )
}
