'use client'

import { useTranslations } from 'next-intl'
import type { SignInEntry } from '@/lib/auth/queries/sign-ins'
import { DateText } from '../../_ui/date-text'
import { Pill } from '../../_ui/pill'
import classes from './sign-in-list.module.css'
import { useDeviceName } from './use-device-name'

const TONE = { succeed: 'mute', fail: 'warning', failUnknown: 'warning', lock: 'false', askReset: 'warning' } as const

/** What happened at the door of accounts, so that a stranger's tries are seen. */
export function SignInList({ signIns }: { signIns: readonly SignInEntry[] }) {
  const t = useTranslations('account')
  const nameOf = useDeviceName()
  return (
    <ul className={classes.list}>
      {signIns.map(({ id, at, kind, person, address, device, count }) => (
        <li key={id} className={classes.row}>
          <span>
            {person && <>{person} · </>}
            <Pill tone={TONE[kind]} look="plain">
              {t(`signInKinds.${kind}`, { count })}
            </Pill>
          </span>
          <span className={classes.detail}>
            <DateText value={at} look="dateTime" />
            {kind === 'succeed' && <> · {nameOf(device)}</>}
            {address && <> · {t('from', { address })}</>}
          </span>
        </li>
      ))}
    </ul>
  )
}
