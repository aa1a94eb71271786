'use client'

import { useEffect } from 'react'

// What was decided may move an account to another group, and the button that had the focus away with it.
let wanted: string | null = null

/** After the next change of the page the focus goes to this account. */
export function focusAccountNext(accountId: string) {
  wanted = accountId
}

/** Moves the focus where a decision has led; `stamp` changes with the decisions. */
export function DecidedFocus({ stamp }: { stamp: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that the page has changed
  useEffect(() => {
    const accountId = wanted
    wanted = null
    if (!accountId) return
    // After the closing dialog has given the focus back to its button.
    const timer = setTimeout(() => document.getElementById(`account-${accountId}`)?.focus(), 60)
    return () => clearTimeout(timer)
  }, [stamp])
  return null
}
