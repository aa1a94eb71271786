import { getCtx } from '@/app/_server/actor'
import { listArticles } from '@/lib/articles/queries'
import { workRefusals } from '@/lib/claims/work-refusals'
import { listEvidence } from '@/lib/evidence/queries'
import { listItemProposals } from '@/lib/evidence/queries/item-proposals'
import type { PanelClaim } from '../../_data/panel-claim'
import classes from './evidence.module.css'
import { EvidencePanel } from './evidence-panel'

/** What bears on the selected claim: found, repeated, contradicted, or looked for in vain. */
export async function EvidenceTab({ of: { claim, graph } }: { of: PanelClaim }) {
  const ctx = await getCtx()
  const { questions } = graph.origins
  const [items, { articles }] = await Promise.all([listEvidence(ctx, claim.id), listArticles(ctx)])
  const asked = items.filter(({ id }) => questions[id]?.about === 'speaker')
  const proposals = await listItemProposals(ctx, asked)
  return (
    <div className={classes.tab}>
      <EvidencePanel
        key={claim.id}
        claim={claim}
        items={items}
        questions={questions}
        proposals={Object.fromEntries(proposals)}
        articles={articles.map(({ id, title }) => ({ id, title }))}
        reasons={{
          save: workRefusals(claim, 'evidence:save'),
          attribute: workRefusals(claim, 'evidence:attribute'),
          withdraw: workRefusals(claim, 'evidence:withdraw'),
          restore: workRefusals(claim, 'evidence:restore'),
        }}
      />
    </div>
  )
}
