'use client'

import { type FormEvent, type MouseEvent, type RefObject, useCallback, useEffect, useState } from 'react'
import { discardMounted } from '@/app/_ui/unsaved/mounted-texts'

const UNSAVED = 'data-unsaved'

const unsavedForms = (panel: Element | null) => [...(panel?.querySelectorAll(`form[${UNSAVED}]`) ?? [])]

/** For a form that stays on the screen after it has been saved. */
export const markSaved = (form: Element) => form.removeAttribute(UNSAVED)

/** The link of a plain click that leads away from what is shown, or null. */
function linkOf(event: globalThis.MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link?.href && !link.target && !link.hasAttribute('download') ? link : null
}

/**
 * Keeps what was typed into a form of the panel from being lost: whoever goes elsewhere is asked first.
 * `guard` runs a move at once when nothing is lost, else after the question.
 */
export function useUnsavedGuard(panel: RefObject<HTMLElement | null>) {
  const [leaving, setLeaving] = useState<(() => void) | null>(null)

  const guard = useCallback(
    (go: () => void) => {
      if (unsavedForms(panel.current).length > 0) setLeaving(() => go)
      else go()
    },
    [panel],
  )

  useEffect(() => {
    // Before React's own listeners: those would follow the link.
    const onClick = (event: globalThis.MouseEvent) => {
      const link = linkOf(event)
      if (!link || unsavedForms(panel.current).length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setLeaving(() => () => link.click())
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsavedForms(panel.current).length > 0) event.preventDefault()
    }
    window.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [panel])

  const markUnsaved = useCallback(
    (event: FormEvent | MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const form = target?.closest('form')
      if (form && panel.current?.contains(form)) form.setAttribute(UNSAVED, '')
    },
    [panel],
  )

  return {
    guard,
    /** For the panel: any input in a form of it. */
    markUnsaved,
    isLeaving: leaving !== null,
    stay: useCallback(() => setLeaving(null), []),
    /** Gives up what was typed, and goes. */
    leave: () => {
      for (const form of unsavedForms(panel.current)) markSaved(form)
      discardMounted()
      setLeaving(null)
      leaving?.()
    },
  }
}
