'use client'

import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import classes from './navigation-menu.module.css'
import { isWithin, useShell } from './shell-context'

/** The navigation behind a button, for narrow screens and for headers that have a crumb instead. */
export function NavigationMenu() {
  const [opened, { open, close }] = useDisclosure(false)
  const shell = useShell()
  const pathname = usePathname()
  const t = useTranslations('shell')
  if (!shell) return null
  return (
    <>
      <ActionIcon onClick={open} aria-label={t('menu')} aria-expanded={opened} aria-haspopup="dialog">
        <IconMenu2 size={20} stroke={1.8} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={opened}
        onClose={close}
        size={280}
        title={
          <span className={classes.title}>
            {shell.brand} {shell.badge}
          </span>
        }
        closeButtonProps={{ 'aria-label': t('closeMenu') }}
      >
        <nav aria-label={t('navigation')} className={classes.list}>
          {shell.navigation.map(({ href, label, icon }) => (
            <Link key={href} href={href} onClick={close} aria-current={isWithin(pathname, href) ? 'page' : undefined}>
              {icon}
              {label}
            </Link>
          ))}
        </nav>
      </Drawer>
    </>
  )
}
