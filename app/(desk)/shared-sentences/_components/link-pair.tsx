'use client'

import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useLinking } from '../../_components/use-linking'
import classes from './shared-sentences.module.css'

type PairedClaim = { id: string; number: number; wording: string; title: string; isMine: boolean }

/** Two claims that stand on the same words of the sentence, and the button that links exactly these two. */
export function LinkPair({
  one,
  other,
  reasons,
}: {
  one: PairedClaim
  other: PairedClaim
  reasons: readonly RefusalReason[]
}) {
  const t = useTranslations('sharedSentences')
  const { link, pending, error, question } = useLinking(() => {})
  const named = ({ number, wording, title }: PairedClaim) => t('claimOf', { number, wording, title })
  const isMine = one.isMine || other.isMine
  return (
    <div className={classes.pair}>
      <p>
        {named(one)}
        <br />
        {named(other)}
      </p>
      <ReasonedButton
        reasons={reasons.length > 0 || isMine ? reasons : [{ key: 'permission.assignee' }]}
        disabled={pending}
        aria-label={t('linkThese', { one: named(one), other: named(other) })}
        onClick={() =>
          void link(one.isMine ? { oneId: one.id, otherId: other.id } : { oneId: other.id, otherId: one.id })
        }
      >
        {t('link')}
      </ReasonedButton>
      <FormError error={error} />
      {question}
    </div>
  )
}
