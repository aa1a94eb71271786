'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { searchReferableAction } from '@/app/(desk)/_actions/warnings'
import type { ReferredWarning } from '@/lib/warnings/queries'

const PAUSE_MS = 150

/** Looks for warnings while somebody types: after a short pause, and only the answer to the last question counts. */
export function useReferableWarnings(claimId: string) {
  const [hits, setHits] = useState<ReferredWarning[]>([])
  const [pending, setPending] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = useCallback(
    (text: string) => {
      clearTimeout(timer.current)
      asked.current += 1
      const question = asked.current
      timer.current = setTimeout(async () => {
        setPending(true)
        const found = await searchReferableAction(claimId, text).catch(() => null)
        if (question !== asked.current) return
        setPending(false)
        if (found) setHits(found)
      }, PAUSE_MS)
    },
    [claimId],
  )

  return { hits, pending, search }
}
