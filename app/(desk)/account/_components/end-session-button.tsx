'use client'

import { Button } from '@mantine/core'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { OwnSession } from '@/lib/auth/queries/sessions'
import { formatDate } from '../../../_ui/date-format'
import { FormError } from '../../../_ui/form-error'
import { useAction } from '../../../_ui/use-action'
import { endSessionAction } from '../../_actions/auth'

export function EndSessionButton({ session, name }: { session: OwnSession; name: string }) {
  const t = useTranslations('account')
  const [locale, timeZone] = [useLocale(), useTimeZone()]
  const { run, pending, error } = useAction(endSessionAction)
  const seen = formatDate(session.lastSeenAt, locale, { look: 'dateTime', timeZone })
  return (
    <div>
      <FormError error={error} />
      <Button
        size="xs"
        loading={pending}
        aria-label={t('endSessionOf', { device: name, seen })}
        onClick={() => void run({ id: session.id })}
      >
        {t('endSession')}
      </Button>
    </div>
  )
}
