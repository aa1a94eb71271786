'use client'

import { useTranslations } from 'next-intl'
import type { Member } from '@/lib/projects/queries'
import { FormError } from '../../../_ui/form-error'
import { ReasonedButton } from '../../../_ui/reasoned-button'
import { useAction } from '../../../_ui/use-action'
import { restoreMembershipAction } from '../../_actions/projects'

/** No question before it: it takes nothing away, and "end" undoes it. */
export function RestoreButton({ member }: { member: Member }) {
  const t = useTranslations('team')
  const { run, pending, error } = useAction(restoreMembershipAction)
  return (
    <>
      <FormError error={error} />
      <ReasonedButton
        size="xs"
        reasons={member.refusals.restore}
        loading={pending}
        onClick={() => void run({ id: member.id, version: member.version })}
        aria-label={t('restoreOf', { name: member.user.name })}
      >
        {t('restore')}
      </ReasonedButton>
    </>
  )
}
