'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { LinkMailState } from '@/lib/auth/queries/link-mail'
import type { JobScope } from '@/lib/jobs/schema'
import { DateText } from '../../_ui/date-text'
import { FormError } from '../../_ui/form-error'
import { useAction } from '../../_ui/use-action'
import { useReasonText } from '../../_ui/use-reason-text'
import { retryJobAction } from '../_actions/jobs'
import classes from './mail-state.module.css'

interface MailStateProps {
  mail: LinkMailState
  /** To whom. */
  name: string
  scope: JobScope
  what: 'invitation' | 'password'
}

function RetryMail({ jobId, name, scope }: { jobId: string; name: string; scope: JobScope }) {
  const t = useTranslations('mail')
  const { run, pending, error } = useAction(retryJobAction)
  return (
    <>
      <FormError error={error} />
      <Button
        size="compact-xs"
        loading={pending}
        onClick={() => void run({ scope, id: jobId })}
        aria-label={t('retryOf', { name })}
      >
        {t('retry')}
      </Button>
    </>
  )
}

/** How far the mail with a link has come: on its way, sent, failed and why, or that there is none. */
export function MailState({ mail, name, scope, what }: MailStateProps) {
  const t = useTranslations('mail')
  const text = useReasonText()
  const why = 'reasons' in mail ? mail.reasons.map(text).join(' ') : ''
  const at = (value: Date) => () => <DateText value={value} look="dateTime" />
  return (
    <div className={classes.mail} data-state={mail.state} role="status">
      {mail.state === 'byHand' && t('byHand', { what })}
      {mail.state === 'waiting' && t('waiting', { what })}
      {mail.state === 'sent' && t.rich('sent', { what, when: at(mail.at) })}
      {mail.state === 'retry' && (
        <>
          {t.rich('retryAt', { what, when: at(mail.again) })} {why}
        </>
      )}
      {mail.state === 'notSent' && why}
      {mail.state === 'failed' && (
        <>
          {t('failed', { what })} {why} <RetryMail jobId={mail.jobId} name={name} scope={scope} />
        </>
      )}
    </div>
  )
}
