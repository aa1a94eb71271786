import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/section'
import type { ClaimView } from '@/lib/claims/queries'
import { listEvidence } from '@/lib/evidence/queries'
import { originGate } from '@/lib/independence/origin-gate'
import { countOriginsOfClaim } from '@/lib/independence/queries'
import { listRatings } from '@/lib/projects/queries'
import { listVerdicts, projectToday } from '@/lib/verdicts/queries'
import { workRefusals } from '../attribution/work-refusals'
import { IndependenceBox } from '../independence/independence-box'
import { EarlierVerdicts } from './earlier-verdicts'
import { OriginsLacking } from './origins-lacking'
import { VerdictCard } from './verdict-card'
import { VerdictEditor } from './verdict-editor'

/** What the claim is judged to be, by whom and why; what is asked for before; and the form to judge it. */
export async function VerdictTab({ claim }: { claim: ClaimView; articleId: string }) {
  const ctx = await getCtx()
  const [t, verdicts, ratings, evidence, origins, today] = await Promise.all([
    getTranslations('verdict'),
    listVerdicts(ctx, claim.id),
    listRatings(ctx),
    listEvidence(ctx, claim.id),
    countOriginsOfClaim(ctx, claim.id),
    projectToday(ctx),
  ])
  // What is approved stands, also when a later verdict has been given since.
  const current = verdicts.find(({ isApproved }) => isApproved) ?? verdicts[0]
  const usable = evidence.filter(({ withdrawnAt }) => withdrawnAt === null)
  const hasChain = Object.values(origins.labels).some(({ kind }) => kind === 'chain')
  const reasons = workRefusals(claim, 'verdict:record')
  return (
    <>
      <Section title={t('current')}>
        {current ? (
          <VerdictCard verdict={current} />
        ) : (
          <EmptyState compact title={t('empty.title')}>
            {!hasChain && <div>{t('empty.noChain')}</div>}
            {usable.length === 0 && <div>{t('empty.noEvidence')}</div>}
            <div>{t('empty.next')}</div>
          </EmptyState>
        )}
        {current && !current.isApproved && (
          <OriginsLacking
            reasons={originGate({
              value: current.rating.value,
              checked: claim.checked,
              counts: origins,
              hasPrimaryRecord: origins.hasPrimaryRecord,
            })}
          />
        )}
      </Section>
      <Section title={t('origins')}>
        <IndependenceBox claim={claim} counted={origins} />
      </Section>
      <VerdictEditor
        key={`${claim.id} ${current?.id}`}
        claim={{ id: claim.id, revision: claim.revision }}
        isFirst={!current}
        ratings={ratings}
        evidence={usable.map(({ id, stance, source, passage, url, quote, note }) => ({
          ...{ id, stance, url, quote: quote ?? passage?.exact ?? null, note },
          ...{ sourceName: source?.name ?? null, articleTitle: passage?.articleTitle ?? null },
        }))}
        today={today}
        reasons={reasons}
      />
      <EarlierVerdicts verdicts={verdicts.filter(({ id }) => id !== current?.id)} />
    </>
  )
}
