'use client'

import { Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLogout, IconUser } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Initials } from '../../_ui/initials'
import { LocaleSwitch } from '../../_ui/locale-switch'
import { SchemeSwitch } from '../../_ui/scheme-switch'
import { useForgetKept } from '../../_ui/unsaved/kept-owner'
import { signOut } from '../_actions/auth'
import { showProject } from '../_actions/projects'
import classes from './user-menu.module.css'

export interface MenuUser {
  user: { name: string; email: string }
  memberRole: 'VIEWER' | 'CHECKER' | 'EDITOR' | 'ADMIN'
  project: { name: string; training: boolean }
  otherProjects: readonly { id: string; name: string }[]
}

/** Not a `menu` in the ARIA sense: it holds switches beside its links, so it is a small dialog. */
export function UserMenu({ user, memberRole, project, otherProjects }: MenuUser) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const t = useTranslations('shell')
  const forgetKept = useForgetKept()
  const label = t('userMenu', { name: user.name })
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" width={272} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.target} aria-label={label} onClick={toggle}>
          <Initials name={user.name} decorative />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={label}>
        <div className={classes.person}>
          <div className={classes.name} dir="auto">
            {user.name}
          </div>
          <div className={classes.detail}>{user.email}</div>
          <div className={classes.detail}>{`${t(`role.${memberRole}`)} · ${project.name}`}</div>
        </div>
        <div className={classes.switches}>
          <LocaleSwitch />
          <SchemeSwitch />
        </div>
        {otherProjects.length > 0 && (
          <form action={showProject} className={classes.projects}>
            <div className={classes.head}>{t('otherProjects')}</div>
            {otherProjects.map(({ id, name }) => (
              <button key={id} type="submit" name="project" value={id} className={classes.item}>
                {name}
              </button>
            ))}
          </form>
        )}
        <Link href="/account" className={classes.item} onClick={close}>
          <IconUser size={16} stroke={1.7} aria-hidden />
          {t('nav.account')}
        </Link>
        <form action={signOut} onSubmit={forgetKept}>
          <button type="submit" className={classes.item}>
            <IconLogout size={16} stroke={1.7} aria-hidden />
            {t('signOut')}
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
