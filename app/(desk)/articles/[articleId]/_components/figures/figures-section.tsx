import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { workRefusals } from '@/lib/claims/work-refusals'
import { findEventOfArticle } from '@/lib/events/queries'
import { listFigures } from '@/lib/figures/queries'
import { findChainsOfClaim, listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { chainsOf, type PanelClaim } from '../../_data/panel-claim'
import { FigureList } from './figure-list'

/** The quantities that a claim states, each as one line, with their forms. */
export async function FiguresSection({ of: panel }: { of: PanelClaim }) {
  const { claim, graph } = panel
  const ctx = await getCtx()
  const [t, figures, chains, of, event] = await Promise.all([
    getTranslations('figure'),
    listFigures(ctx, claim.id),
    chainsOf(panel),
    findChainsOfClaim(ctx, claim.id),
    findEventOfArticle(ctx, claim.articleId),
  ])
  const origins = await listFigureOrigins(ctx, figures, new Map([[claim.id, graph.origins]]))
  const hopsOf = new Map(chains.map(({ id, hops }) => [id, hops]))
  // Any claim may state a number; only these are about one, and say so while it is missing.
  const isExpected = claim.category === 'CASUALTIES' || claim.category === 'QUANTITY'
  return (
    <Section title={t('title')} count={figures.length || undefined}>
      <FigureList
        claimId={claim.id}
        passage={claim.spans.map(({ exact }) => exact).join(' […] ')}
        figures={figures.map((figure) => ({ ...figure, origins: origins.get(figure.id) ?? null }))}
        offered={{ ...of, chains: of.chains.map((chain) => ({ ...chain, hops: hopsOf.get(chain.id) ?? [] })) }}
        event={event}
        isExpected={isExpected}
        reasons={workRefusals(claim, 'figure:save')}
      />
    </Section>
  )
}
