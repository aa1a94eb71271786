'use client'

import { useEffect } from 'react'

// What was decided may move an appearance to another group, and the button that had the focus away with it.
let wanted: string | null = null

/** After the next change of the page the focus goes to this appearance. */
export function focusAppearanceNext(appearanceId: string) {
  wanted = appearanceId
}

/** Moves the focus where a decision has led; `stamp` changes with the decisions. */
export function DecidedFocus({ stamp }: { stamp: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that the page has changed
  useEffect(() => {
    const appearanceId = wanted
    wanted = null
    if (!appearanceId) return
    // After the closing dialog has given the focus back to its button.
    const timer = setTimeout(() => document.getElementById(`appearance-${appearanceId}`)?.focus(), 60)
    return () => clearTimeout(timer)
  }, [stamp])
  return null
}
