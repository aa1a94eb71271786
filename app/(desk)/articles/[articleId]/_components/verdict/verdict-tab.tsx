import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/section'
import { workRefusals } from '@/lib/claims/work-refusals'
import { listEvidence } from '@/lib/evidence/queries'
import { listRatings } from '@/lib/projects/queries'
import { originsLacking } from '@/lib/review/standing'
import type { ReviewAction } from '@/lib/review/workflow'
import { attentionIn } from '@/lib/verdicts/claim-graph'
import { groundsKeyIn } from '@/lib/verdicts/queries/grounds'
import { listVerdicts, projectToday, type VerdictView } from '@/lib/verdicts/queries/verdicts'
import { type PanelClaim, reviewOf, rivalsOf } from '../../_data/panel-claim'
import { Rivals } from '../figures/rivals'
import { IndependenceBox } from '../independence/independence-box'
import { AttentionBox } from './attention-box'
import { EarlierVerdicts } from './earlier-verdicts'
import { OriginsLacking } from './origins-lacking'
import { UnlockButton } from './unlock-button'
import { VerdictCard } from './verdict-card'
import { VerdictEditor } from './verdict-editor'

// The moves that take a claim back to where its verdict can be given anew.
const UNLOCKING: readonly ReviewAction[] = ['withdraw', 'return', 'reopen']

const givenAgain = ({ id, rating, rationale, method, evidence }: VerdictView) => ({
  ...{ id, ratingId: rating.id, rationale, method },
  evidenceIds: evidence.map((item) => item.id),
})

/** What the claim is judged to be, by whom and why; what is asked for before; and the form to judge it. */
export async function VerdictTab({ of }: { of: PanelClaim }) {
  const ctx = await getCtx()
  const { claim, graph } = of
  const { origins } = graph
  const reasons = workRefusals(claim, 'verdict:record')
  const groundsKey = reasons.length === 0 ? groundsKeyIn(graph) : ''
  const [t, verdicts, ratings, evidence, today, rivals] = await Promise.all([
    getTranslations('verdict'),
    listVerdicts(ctx, claim.id),
    listRatings(ctx),
    listEvidence(ctx, claim.id),
    projectToday(ctx),
    rivalsOf(of),
  ])
  // What is approved stands, also when a later verdict has been given since.
  const current = verdicts.find(({ isApproved }) => isApproved) ?? verdicts[0]
  const attention = attentionIn(graph)
  const usable = evidence.filter(({ withdrawnAt }) => withdrawnAt === null)
  const hasChain = Object.values(origins.labels).some(({ kind }) => kind === 'chain')
  const isLocked = reasons.some(({ key }) => key === 'claim.locked')
  const moves = attention && isLocked ? (await reviewOf(of)).options : []
  const unlocking = moves.find(({ action, refusals }) => UNLOCKING.includes(action) && refusals.length === 0)
  return (
    <>
      {attention && (
        <AttentionBox attention={attention} claimId={claim.id}>
          {isLocked && <div>{t(unlocking ? 'unlockFirst' : 'lockedNow')}</div>}
          {unlocking && (
            <div>
              <UnlockButton claimId={claim.id} option={unlocking} />
            </div>
          )}
        </AttentionBox>
      )}
      <Section title={t('current')}>
        {current ? (
          <VerdictCard verdict={current} needsAttention={attention !== null} />
        ) : (
          <EmptyState compact title={t('empty.title')}>
            {!hasChain && <div>{t('empty.noChain')}</div>}
            {usable.length === 0 && <div>{t('empty.noEvidence')}</div>}
            <div>{t('empty.next')}</div>
          </EmptyState>
        )}
        {current && !current.isApproved && <OriginsLacking reasons={originsLacking(graph, current.rating.value)} />}
        <Rivals claimId={claim.id} rivals={rivals} />
      </Section>
      <Section title={t('origins')}>
        <IndependenceBox claim={claim} counts={origins} />
      </Section>
      <VerdictEditor
        key={`${claim.id} ${current?.id}`}
        claim={{ id: claim.id, revision: claim.revision, groundsKey }}
        isFirst={!current}
        ratings={ratings}
        evidence={usable.map(({ id, stance, source, passage, url, quote, note }) => ({
          ...{ id, stance, url, quote: quote ?? passage?.exact ?? null, note },
          ...{ sourceName: source?.name ?? null, articleTitle: passage?.articleTitle ?? null },
        }))}
        today={today}
        reasons={reasons}
        again={attention && current ? givenAgain(current) : undefined}
      />
      <EarlierVerdicts verdicts={verdicts.filter(({ id }) => id !== current?.id)} />
    </>
  )
}
