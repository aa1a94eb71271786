'use client'

import { useTranslations } from 'next-intl'
import type { Member, MemberState } from '@/lib/projects/queries'
import { DateText } from '../../../_ui/date-text'
import { Initials } from '../../../_ui/initials'
import { Pill } from '../../../_ui/pill'
import type { Tone } from '../../../_ui/tone'
import { MailState } from '../../_components/mail-state'
import classes from '../../_components/people.module.css'
import { EndButton } from './end-button'
import { ForgottenButton, type WhomToAsk } from './forgotten-button'
import { RenewInvitationButton } from './renew-invitation-button'
import { RestoreButton } from './restore-button'
import { RoleButton } from './role-button'

const TONE: Record<MemberState, Tone> = { active: 'true', invited: 'warning', disabled: 'false', ended: 'mute' }

interface MemberRowProps {
  member: Member
  mayChange: boolean
  ask: WhomToAsk
}

export function MemberRow({ member, mayChange, ask }: MemberRowProps) {
  const t = useTranslations('team')
  const { user, role, state, since, endedAt, openAssignments, isSelf, mail } = member
  return (
    <li className={classes.row}>
      <Initials name={user.name} decorative />
      <div>
        <div className={classes.name}>
          {user.name}
          {isSelf && <span className={classes.detail}>{t('you')}</span>}
          {state !== 'active' && state !== 'ended' && <Pill tone={TONE[state]}>{t(`state.${state}`)}</Pill>}
        </div>
        <div className={classes.detail}>{user.email}</div>
        {mail && <MailState mail={mail} name={user.name} scope="project" what="invitation" />}
      </div>
      <div>
        <div>{t(`role.${role}`)}</div>
        <div className={classes.detail}>
          {endedAt ? t('until') : t('since')} <DateText value={endedAt ?? since} />
          {openAssignments.count > 0 && (
            <> · {t(openAssignments.more ? 'manyAssignments' : 'openAssignments', { count: openAssignments.count })}</>
          )}
        </div>
      </div>
      {mayChange && (
        <div className={classes.actions}>
          {state === 'ended' ? (
            <RestoreButton member={member} />
          ) : (
            <>
              <RoleButton member={member} />
              {state === 'invited' && <RenewInvitationButton member={member} />}
              {state === 'active' && !isSelf && <ForgottenButton member={member} ask={ask} />}
              <EndButton member={member} />
            </>
          )}
        </div>
      )}
    </li>
  )
}
