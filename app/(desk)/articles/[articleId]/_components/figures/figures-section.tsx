import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { ReasonTexts } from '@/app/_ui/reason-texts'
import { Section } from '@/app/_ui/section'
import { workRefusals } from '@/lib/claims/work-refusals'
import { findEventOfArticle } from '@/lib/events/queries'
import { listFigures } from '@/lib/figures/queries'
import { listFigureDoubts } from '@/lib/independence/queries/figure-doubts'
import { findChainsOfClaim, listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { chainsOf, type PanelClaim } from '../../_data/panel-claim'
import { FigureList } from './figure-list'
import classes from './figures.module.css'

/** The quantities that a claim states, each as one line, with their forms. */
export async function FiguresSection({ of: panel }: { of: PanelClaim }) {
  const { claim, graph } = panel
  const ctx = await getCtx()
  const [t, figures, chains, of, event, doubts] = await Promise.all([
    getTranslations('figure'),
    listFigures(ctx, claim.id),
    chainsOf(panel),
    findChainsOfClaim(ctx, claim.id),
    findEventOfArticle(ctx, claim.articleId),
    listFigureDoubts(
      ctx,
      claim.id,
      graph.pool.claims.map(({ id }) => id),
    ),
  ])
  const origins = await listFigureOrigins(ctx, figures, new Map([[claim.id, graph.origins]]))
  const hopsOf = new Map(chains.map(({ id, hops }) => [id, hops]))
  // Any claim may state a number; only these are about one, and say so while it is missing.
  const isExpected = claim.category === 'CASUALTIES' || claim.category === 'QUANTITY'
  return (
    <Section title={t('title')} count={figures.length || undefined}>
      <div role="status">
        {doubts.length > 0 && (
          <div className={classes.doubts}>
            <ReasonTexts reasons={doubts} />
            <Link href={`/claims/${claim.id}/origins`}>{t('toLinks')}</Link>
          </div>
        )}
      </div>
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
