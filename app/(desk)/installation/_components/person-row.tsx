'use client'

import { useTranslations } from 'next-intl'
import type { Person } from '@/lib/auth/queries/people'
import { Initials } from '../../../_ui/initials'
import { Pill } from '../../../_ui/pill'
import type { Tone } from '../../../_ui/tone'
import { MailState } from '../../_components/mail-state'
import classes from '../../_components/people.module.css'
import { DisableButton } from './disable-button'
import { EnableButton } from './enable-button'
import { ResetLinkButton } from './reset-link-button'

const TONE: Record<Person['state'], Tone> = { active: 'true', invited: 'warning', disabled: 'false' }

export function PersonRow({ person }: { person: Person }) {
  const t = useTranslations('installation')
  const { name, email, state, projects, isOwner, isSelf, mail } = person
  return (
    <li className={classes.row}>
      <Initials name={name} decorative />
      <div>
        <div className={classes.name}>
          {name}
          {isSelf && <span className={classes.detail}>{t('you')}</span>}
          {isOwner && <Pill>{t('owner')}</Pill>}
          {state !== 'active' && <Pill tone={TONE[state]}>{t(`state.${state}`)}</Pill>}
        </div>
        <div className={classes.detail}>{email}</div>
        {mail && <MailState mail={mail} name={name} scope="installation" what="password" />}
      </div>
      <div>
        {projects.length === 0 && <span className={classes.detail}>{t('noProject')}</span>}
        <ul className={classes.projects}>
          {projects.map((project) => (
            <li key={project.id}>
              {project.name}{' '}
              <span className={classes.detail}>
                {t(project.invited ? 'invitedAs' : 'memberAs', { role: project.role })}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.actions}>
        <ResetLinkButton person={person} />
        {state === 'disabled' ? <EnableButton person={person} /> : <DisableButton person={person} />}
      </div>
    </li>
  )
}
