'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { LinkNoticeView } from '@/lib/auth/queries/link-notices'
import { DateText } from '../../../_ui/date-text'
import { FormError } from '../../../_ui/form-error'
import { Section } from '../../../_ui/section'
import { useAction } from '../../../_ui/use-action'
import { readLinkNoticesAction } from '../../_actions/auth'
import classes from './desk.module.css'

function whose({ isOwn, madeByMe, byMailOnly }: LinkNoticeView) {
  if (byMailOnly) return isOwn ? 'ownMail' : 'otherMail'
  return isOwn ? 'own' : madeByMe ? 'byMe' : 'other'
}

/** That a link opened an account: it stays on the desk until it has been read. */
export function LinkNotices({ notices }: { notices: LinkNoticeView[] }) {
  const t = useTranslations('linkNotice')
  const { run, pending, error } = useAction(readLinkNoticesAction)
  if (notices.length === 0) return null
  const read = (
    <Button size="compact-sm" loading={pending} onClick={() => void run({ ids: notices.map(({ id }) => id) })}>
      {t('read')}
    </Button>
  )
  return (
    <div className={classes.above}>
      <Section title={t('title')} count={notices.length} look="flush" actions={read}>
        <FormError error={error} />
        <ul className={classes.notices}>
          {notices.map((notice) => {
            const { kind, person, maker, project, reason } = notice
            const values = { whose: whose(notice), kind, person, maker, project, reason: reason ?? '' }
            return (
              <li key={notice.id} className={classes.notice} data-unread>
                <span className={classes.what}>{t(`step.${notice.step}`, values)}</span>
                {reason && <span>{t('reason', { reason })}</span>}
                <span>{t('doubt', { whose: notice.isOwn ? 'own' : 'other' })}</span>
                <span className={classes.when}>
                  <DateText value={notice.createdAt} look="dateTime" />
                </span>
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}
