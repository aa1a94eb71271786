'use client'

import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { pressedKey } from '@/app/_ui/pressed-key'
import type { PanelTab } from '@/app/(desk)/_components/claims/panel-tab'
import { categoryOfKey } from '@/lib/claims/category-keys'
import { useUndo } from './use-undo'
import type { WorkbenchApi } from './workbench-context'

// In their own tabs A takes what is proposed, and F opens the form of a figure.
const TAB_KEYS: Record<string, PanelTab> = { a: 'attribution', e: 'evidence', f: 'claim', v: 'verdict' }
const FIELDS =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="dialog"], [role="menu"]'

/** Whether a key belongs to a field or a dialog, or somebody has answered it. */
export const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.isComposing ||
  (event.target instanceof Element && event.target.closest(FIELDS) !== null)

/** The keys that work anywhere on the workbench, except in a field or a dialog. */
export function useWorkbenchKeys(api: WorkbenchApi, tab: PanelTab, openHelp: () => void): void {
  const t = useTranslations('workbench')
  const { undo, redo } = useUndo(api)

  const step = (by: 1 | -1) => {
    const at = api.claims.findIndex((claim) => claim.id === api.selectedId)
    const next = api.claims[at < 0 ? (by > 0 ? 0 : api.claims.length - 1) : at + by]
    if (next) api.select(next.id, { reveal: true })
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const key = pressedKey(event)
    if (key === 'mod+z') {
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'j') step(1)
    else if (key === 'k') step(-1)
    else if (key === '?' || key === 'f1') {
      event.preventDefault()
      openHelp()
    } else if (TAB_KEYS[key] && TAB_KEYS[key] !== tab && api.selectedId)
      api.select(api.selectedId, { tab: TAB_KEYS[key] })
    else {
      const category = categoryOfKey(key)
      if (!category || api.draft || api.movingId || api.choosing) return
      if (api.readSelection()) {
        event.preventDefault()
        api.startDraft(category)
      } else if (event.target === api.textRoot.current && !api.otherWords.get())
        notifications.show({ id: 'select-first', message: t('selectFirst') })
    }
  })

  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
