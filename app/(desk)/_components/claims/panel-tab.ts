/** The tabs of the selected claim, in their order; the address holds the one that is open (`?tab=`). */
export const PANEL_TABS = ['claim', 'attribution', 'evidence', 'verdict', 'activity'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

/** The tab that an address asks for; the first one when it asks for none that exists. */
export const panelTabOf = (value: string | string[] | undefined): PanelTab =>
  PANEL_TABS.find((tab) => tab === value) ?? 'claim'

/** The address of a claim in its workbench. */
export const claimHref = (claimId: string | null, tab: PanelTab = 'claim') =>
  claimId === null ? '?' : `?claim=${claimId}${tab === 'claim' ? '' : `&tab=${tab}`}`
