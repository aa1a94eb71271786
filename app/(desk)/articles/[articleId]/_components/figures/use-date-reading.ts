'use client'

import { useEffect, useState } from 'react'
import type { DateReading } from '@/lib/text/read-date'
import { readDateAction } from '../../actions/figures'

const PAUSE_MS = 250

/** What some words say of when, counted from the day of the claim's article; read by the server, after a short pause. */
export function useDateReading(claimId: string, words: string): DateReading | null {
  const [read, setRead] = useState<{ words: string; date: DateReading | null } | null>(null)
  useEffect(() => {
    if (!words.trim()) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const date = await readDateAction(claimId, words).catch(() => null)
      if (isCurrent) setRead({ words, date })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [claimId, words])
  return read?.words === words ? read.date : null
}
