'use client'

import { useTranslations } from 'next-intl'
import type { OwnSession } from '@/lib/auth/queries/sessions'
import { DateText } from '../../../_ui/date-text'
import { Pill } from '../../../_ui/pill'
import { useDeviceName } from '../../_components/use-device-name'
import { EndOtherSessions } from './end-other-sessions'
import { EndSessionButton } from './end-session-button'
import classes from './sessions.module.css'
import { SignOutEverywhere } from './sign-out-everywhere'

/** Where one is signed in, with the means to end it. */
export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useTranslations('account')
  const nameOf = useDeviceName()
  return (
    <>
      <p className={classes.help}>{t('sessionsHelp')}</p>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.row}>
            <div>
              <div className={classes.name}>
                {nameOf(session.device)}
                {session.isThis && <Pill tone="true">{t('thisDevice')}</Pill>}
              </div>
              <div className={classes.detail}>
                {t('begun')} <DateText value={session.createdAt} look="dateTime" /> · {t('lastSeen')}{' '}
                <DateText value={session.lastSeenAt} look="dateTime" />
                {session.address && <> · {session.address}</>}
              </div>
            </div>
            {!session.isThis && <EndSessionButton session={session} name={nameOf(session.device)} />}
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <EndOtherSessions others={sessions.length - 1} />
        <SignOutEverywhere />
      </div>
    </>
  )
}
