import { getTranslations } from 'next-intl/server'
import type { Reason } from '@/lib/errors'
import { BarePage } from '../../_ui/bare-page'
import { LinkButton } from '../../_ui/link-button'
import { ReasonTexts } from '../../_ui/reason-texts'

interface DeadLinkProps {
  refusals: readonly Reason[]
}

const TITLE = { 'auth.linkUsed': 'used', 'auth.linkExpired': 'expired', 'auth.linkUnknown': 'unknown' } as const
const titleOf = (key = 'auth.linkUnknown') => TITLE[key as keyof typeof TITLE] ?? 'dead'

/** A link that does not work (any more): every reason, and whom to ask for a new one. */
export async function DeadLink({ refusals }: DeadLinkProps) {
  const t = await getTranslations('auth')
  return (
    <BarePage title={t(`deadLink.${titleOf(refusals[0]?.key)}`)}>
      <ReasonTexts reasons={refusals} />
      <p>
        <LinkButton href="/sign-in">{t('deadLink.toSignIn')}</LinkButton>
      </p>
    </BarePage>
  )
}
