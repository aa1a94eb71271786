'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceHit } from '@/lib/sources/queries/search-sources'
import type { SourceKind } from '@/prisma/generated/enums'
import { searchSourcesAction } from '../_actions/sources'

const PAUSE_MS = 150

const isNamed =
  (key: string) =>
  ({ name, aliases }: SourceHit) =>
    [name, ...aliases].some((each) => nameKey(each).includes(key))

/** Looks sources up while somebody types: after a short pause, and only the answer to the last question counts. */
export function useSourceSearch(kinds: SourceKind[]) {
  const [hits, setHits] = useState<SourceHit[]>([])
  const [pending, setPending] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  const wanted = useRef(kinds)
  useEffect(() => {
    wanted.current = kinds
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = useCallback((text: string) => {
    clearTimeout(timer.current)
    asked.current += 1
    const question = asked.current
    // Until the answer is there: Enter must not choose what does not fit what was typed.
    setHits((before) => before.filter(isNamed(nameKey(text))))
    timer.current = setTimeout(async () => {
      setPending(true)
      // Without an answer the list stays as it was; what was typed can still be created.
      const found = await searchSourcesAction(text.trim(), wanted.current).catch(() => null)
      if (question !== asked.current) return
      setPending(false)
      if (found) setHits(found)
    }, PAUSE_MS)
  }, [])

  return { hits, pending, search }
}
