import { getTranslations } from 'next-intl/server'
import { BarePage } from '../../_ui/bare-page'
import { LinkButton } from '../../_ui/link-button'

interface DeadLinkProps {
  refusal: string
  kind: 'setup' | 'invitation' | 'reset'
}

const STATE = { 'auth.linkUsed': 'used', 'auth.linkExpired': 'expired', 'auth.linkUnknown': 'unknown' } as const
const stateOf = (refusal: string) => STATE[refusal as keyof typeof STATE] ?? 'unknown'

/** A link that does not work (any more): why, and what to do. */
export async function DeadLink({ refusal, kind }: DeadLinkProps) {
  const t = await getTranslations('auth')
  return (
    <BarePage title={t(`deadLink.${stateOf(refusal)}`)} description={t(`deadLink.next.${kind}`)}>
      <p>
        <LinkButton href="/sign-in">{t('deadLink.toSignIn')}</LinkButton>
      </p>
    </BarePage>
  )
}
