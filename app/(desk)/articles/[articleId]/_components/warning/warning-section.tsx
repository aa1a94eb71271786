import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { listAttributions } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import { workRefusals } from '@/lib/claims/work-refusals'
import type { Ctx } from '@/lib/context'
import { findEventOfArticle } from '@/lib/events/queries'
import { findWarning, type WarningView } from '@/lib/warnings/queries'
import type { WarningStart } from './warning-draft'
import { WarningEditor } from './warning-editor'
import { type ShownWarning, WarningFacts } from './warning-facts'

/** The threat warning that a claim states: its fields and their form. Other claims have none and show nothing. */
export async function WarningSection({ claim }: { claim: ClaimView }) {
  const ctx = await getCtx()
  const [t, warning] = await Promise.all([getTranslations('warning'), findWarning(ctx, claim.id)])
  if (!warning && claim.category !== 'THREAT_WARNING') return null
  const reasons = workRefusals(claim, 'warning:save')
  const start = warning || reasons.length > 0 ? NOTHING : await startOf(ctx, claim)
  return (
    <Section title={t('title')}>
      <WarningEditor claimId={claim.id} warning={warning} reasons={reasons} start={start}>
        {warning && <WarningFacts warning={shownWarning(warning)} />}
      </WarningEditor>
    </Section>
  )
}

const NOTHING: WarningStart = { issuer: null, onBehalfOf: null, sent: null, event: null, spans: [] }

/** What is known of a warning before anybody has entered it: who its chain ends at, and the article's latest event. */
async function startOf(ctx: Ctx, claim: ClaimView): Promise<WarningStart> {
  const [chains, event] = await Promise.all([listAttributions(ctx, claim.id), findEventOfArticle(ctx, claim.articleId)])
  // Two chains that end at two voices are two warnings, or one told twice: a person says which.
  const ends = chains.flatMap(({ hops }) => hops.at(-1) ?? [])
  const end = new Set(ends.map(({ source }) => source.id)).size === 1 ? ends[0] : undefined
  return {
    issuer: end?.source ?? null,
    onBehalfOf: end?.onBehalfOf ?? null,
    sent: end?.said ?? null,
    event,
    spans: claim.spans,
  }
}

function shownWarning({ event, refersToWarning, ...warning }: WarningView): ShownWarning {
  const claim = refersToWarning?.claim
  const href = claim && !refersToWarning.isGone ? `/articles/${claim.article.id}?claim=${claim.id}` : undefined
  return {
    ...warning,
    event: event && { words: event.title, href: `/events/${event.id}` },
    refersToWarning: claim ? { words: claim.wording, ...(href ? { href } : {}) } : null,
  }
}
