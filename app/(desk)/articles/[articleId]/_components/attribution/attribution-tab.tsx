import { getTranslations } from 'next-intl/server'
import { Note } from '@/app/_ui/note'
import { chainsOf, chainToolsOf, type PanelClaim, proposalsOf } from '../../_data/panel-claim'
import { IndependenceBox } from '../independence/independence-box'
import { SharedSentencesNote } from '../shared-sentences/shared-sentences-note'
import classes from './attribution.module.css'
import { AttributionPanel } from './attribution-panel'

/** Who says so, through whom: the chains of the selected claim, and how many origins they come to. */
export async function AttributionTab({ of }: { of: PanelClaim }) {
  const { claim, graph } = of
  const [chains, tools, t] = await Promise.all([chainsOf(of), chainToolsOf(of), getTranslations('attribution.late')])
  const proposals = await proposalsOf(of, chains)
  return (
    <div className={classes.tab}>
      <IndependenceBox claim={claim} counts={graph.origins} />
      <SharedSentencesNote claim={claim} />
      {proposals === null && (
        <Note tone="accent" title={t('title')}>
          {t('text')}
        </Note>
      )}
      <AttributionPanel
        key={claim.id}
        claim={claim}
        chains={chains}
        {...tools}
        questions={graph.origins.questions}
        hasTally={graph.row.figures.some(({ basis }) => basis === 'TALLY')}
        proposals={proposals ?? []}
      />
    </div>
  )
}
