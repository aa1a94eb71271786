'use client'

import { createContext, type ReactNode, useContext } from 'react'

interface NavigationItem {
  href: string
  label: string
  icon: ReactNode
}

export interface Shell {
  brand: string
  /** Beside the brand on every page, e.g. the training badge. */
  badge?: ReactNode
  navigation: readonly NavigationItem[]
  /** At the right end of the header: bell, user menu. */
  tools?: ReactNode
}

const ShellContext = createContext<Shell | null>(null)

export function ShellProvider({ shell, children }: { shell: Shell; children: ReactNode }) {
  return <ShellContext value={shell}>{children}</ShellContext>
}

/** What the layout around this page puts into every header; null outside of such a layout. */
export function useShell() {
  return useContext(ShellContext)
}

/** Whether the page at `pathname` belongs to the navigation entry at `href`. */
export function isWithin(pathname: string, href: string) {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
}
