import type { ReactNode } from 'react'
import { AppHeader } from './app-header'
import classes from './app-page.module.css'

interface AppPageProps {
  /** See AppHeader. */
  crumb?: ReactNode
  bar?: ReactNode
  /** `reading` 680 px, `form` 560 px, `normal` 960 px, `wide` 1240 px; `full` fills the window below the header, without padding. */
  width?: 'reading' | 'form' | 'normal' | 'wide' | 'full'
  children: ReactNode
}

/** The frame of every signed-in screen: its header and its one `<main>`. */
export function AppPage({ crumb, bar, width = 'normal', children }: AppPageProps) {
  return (
    <>
      <AppHeader crumb={crumb}>{bar}</AppHeader>
      <main id="content" tabIndex={-1} className={classes.main} data-width={width}>
        {children}
      </main>
    </>
  )
}
