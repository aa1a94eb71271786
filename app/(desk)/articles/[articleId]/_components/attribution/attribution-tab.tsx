import { getTranslations } from 'next-intl/server'
import { Note } from '@/app/_ui/note'
import type { ClaimView } from '@/lib/claims/queries'
import { IndependenceBox } from '../independence/independence-box'
import { SharedPassagesNote } from '../passages/shared-passages-note'
import classes from './attribution.module.css'
import { AttributionPanel } from './attribution-panel'
import { chainsOf, proposalsOf } from './chains-of'
import { originsOf } from './origins-of'

/** Who says so, through whom: the chains of the selected claim, and how many origins they come to. */
export async function AttributionTab({ claim }: { claim: ClaimView; articleId: string }) {
  const [counted, parts, proposals, t] = await Promise.all([
    originsOf(claim.id),
    chainsOf(claim),
    proposalsOf(claim),
    getTranslations('attribution.late'),
  ])
  return (
    <div className={classes.tab}>
      <IndependenceBox claim={claim} counted={counted} />
      <SharedPassagesNote claim={claim} />
      {proposals === null && (
        <Note tone="accent" title={t('title')}>
          {t('text')}
        </Note>
      )}
      <AttributionPanel key={claim.id} claim={claim} {...parts} proposals={proposals ?? []} />
    </div>
  )
}
