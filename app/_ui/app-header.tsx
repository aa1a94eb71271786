'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './app-header.module.css'
import { NavigationMenu } from './navigation-menu'
import { isWithin, useShell } from './shell-context'

interface AppHeaderProps {
  /** Where we are; takes the place of the navigation, which then folds into the menu. */
  crumb?: ReactNode
  /** At the right, before bell and user menu: saved state, progress, buttons. */
  children?: ReactNode
}

/** The 52 px bar of every signed-in screen; reads brand, navigation and tools from the layout's ShellProvider. */
export function AppHeader({ crumb, children }: AppHeaderProps) {
  const shell = useShell()
  const pathname = usePathname()
  const t = useTranslations('shell')
  if (!shell) return null
  return (
    <header className={classes.header} data-with-crumb={crumb ? true : undefined}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <div className={classes.menu}>
        <NavigationMenu />
      </div>
      <Link href="/" className={classes.brand}>
        {shell.brand}
      </Link>
      {shell.badge && <span className={classes.badge}>{shell.badge}</span>}
      {crumb ? (
        <div className={classes.crumb}>{crumb}</div>
      ) : (
        <nav aria-label={t('navigation')} className={classes.navigation}>
          {shell.navigation.map(({ href, label }) => (
            <Link key={href} href={href} aria-current={isWithin(pathname, href) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
      )}
      <span className={classes.grow} />
      {children && <div className={classes.extras}>{children}</div>}
      <div className={classes.tools}>{shell.tools}</div>
    </header>
  )
}
