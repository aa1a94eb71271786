'use client'

import { useCallback, useEffect, useState } from 'react'

/**
 * A draft that outlives leaving the form by mistake: kept in this browser tab until it is sent or the tab is closed. Values of
 * another shape, from an older version of the form, are left alone.
 */
export function useKeptDraft<Draft extends Record<string, string | string[]>>(key: string, initial: Draft) {
  const [draft, setDraft] = useState(initial)
  useEffect(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return
    setDraft((before) => {
      const same = Object.entries(kept).filter(([name, value]) => typeof value === typeof before[name])
      return { ...before, ...Object.fromEntries(same) }
    })
  }, [key])
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part }
        sessionStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  const forget = useCallback(() => sessionStorage.removeItem(key), [key])
  return { draft, change, forget }
}
