'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventHit } from '@/lib/events/queries'
import { nameKey } from '@/lib/sources/name-key'
import { searchEventsAction } from '../_actions/events'

const PAUSE_MS = 150

/** Looks events up while somebody types: after a short pause, and only the answer to the last question counts. */
export function useEventSearch() {
  const [hits, setHits] = useState<EventHit[]>([])
  const [pending, setPending] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = useCallback((text: string) => {
    clearTimeout(timer.current)
    asked.current += 1
    const question = asked.current
    // Until the answer is there: Enter must not choose what does not fit what was typed.
    setHits((before) => before.filter(({ title }) => nameKey(title).includes(nameKey(text))))
    timer.current = setTimeout(async () => {
      setPending(true)
      // Without an answer the list stays as it was; what was typed can still be created.
      const found = await searchEventsAction(text.trim()).catch(() => null)
      if (question !== asked.current) return
      setPending(false)
      if (found) setHits(found)
    }, PAUSE_MS)
  }, [])

  return { hits, pending, search }
}
