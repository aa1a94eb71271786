import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './bare-page.module.css'
import { LocaleSwitch } from './locale-switch'
import { SchemeSwitch } from './scheme-switch'

interface BarePageProps {
  /** The page's h1. */
  title?: ReactNode
  description?: ReactNode
  /** Draws a card around the children. */
  card?: boolean
  children: ReactNode
}

/** A page outside of the desk: sign-in, invitations, what is not found. */
export function BarePage({ title, description, card = false, children }: BarePageProps) {
  const t = useTranslations('shell')
  return (
    <div className={classes.page}>
      <main id="content" className={classes.main}>
        <div className={classes.brand}>{t('brand')}</div>
        {title && (
          <h1 className={classes.title} dir="auto">
            {title}
          </h1>
        )}
        {description && <p className={classes.description}>{description}</p>}
        <div className={card ? classes.card : undefined}>{children}</div>
      </main>
      <footer className={classes.foot}>
        <LocaleSwitch />
        <SchemeSwitch />
      </footer>
    </div>
  )
}
