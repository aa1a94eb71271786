import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import type { ClaimView } from '@/lib/claims/queries'
import { findWarning, type WarningView } from '@/lib/warnings/queries'
import { workRefusals } from '../attribution/work-refusals'
import { WarningEditor } from './warning-editor'
import { type ShownWarning, WarningFacts } from './warning-facts'

/** The threat warning that a claim states: its fields and their form. Other claims have none and show nothing. */
export async function WarningSection({ claim }: { claim: ClaimView; articleId: string }) {
  const [t, warning] = await Promise.all([getTranslations('warning'), findWarning(await getCtx(), claim.id)])
  if (!warning && claim.category !== 'THREAT_WARNING') return null
  return (
    <Section title={t('title')}>
      <WarningEditor claimId={claim.id} warning={warning} reasons={workRefusals(claim, 'warning:save')}>
        {warning && <WarningFacts warning={shownWarning(warning)} />}
      </WarningEditor>
    </Section>
  )
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
