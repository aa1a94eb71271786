import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import type { ClaimView } from '@/lib/claims/queries'
import { listFigures } from '@/lib/figures/queries'
import { workRefusals } from '../attribution/work-refusals'
import { FigureList } from './figure-list'

/** The quantities that a claim states, each as one line, with their forms. */
export async function FiguresSection({ claim }: { claim: ClaimView; articleId: string }) {
  const [t, figures] = await Promise.all([getTranslations('figure'), listFigures(await getCtx(), claim.id)])
  // Any claim may state a number; only these are about one, and say so while it is missing.
  const isExpected = claim.category === 'CASUALTIES' || claim.category === 'QUANTITY'
  return (
    <Section title={t('title')} count={figures.length || undefined}>
      <FigureList
        claimId={claim.id}
        passage={claim.spans.map(({ exact }) => exact).join(' […] ')}
        figures={figures}
        isExpected={isExpected}
        reasons={workRefusals(claim, 'figure:save')}
      />
    </Section>
  )
}
