'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { claimHref, PANEL_TABS, type PanelTab } from '@/app/(desk)/_components/claims/panel-tab'
import classes from './panel.module.css'

interface PanelTabsProps {
  claimId: string
  tab: PanelTab
  evidenceCount: number
}

/** The tabs of the selected claim; each is an address of its own. */
export function PanelTabs({ claimId, tab, evidenceCount }: PanelTabsProps) {
  const t = useTranslations('workbench.panel')
  return (
    <nav aria-label={t('tabs')} className={classes.tabs}>
      {PANEL_TABS.map((each) => (
        <Link
          key={each}
          href={claimHref(claimId, each)}
          replace
          scroll={false}
          prefetch={false}
          className={classes.tab}
          aria-current={each === tab ? 'page' : undefined}
        >
          {t(`tab.${each}`)}
          {each === 'evidence' && evidenceCount > 0 && <span className={classes.count}> {evidenceCount}</span>}
        </Link>
      ))}
    </nav>
  )
}
