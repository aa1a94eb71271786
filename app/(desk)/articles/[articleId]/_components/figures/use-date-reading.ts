'use client'

import { useEffect, useState } from 'react'
import { type DatePlace, readDateAction } from '@/app/(desk)/_actions/figures'
import type { DateReading } from '@/lib/dates/read-date'

const PAUSE_MS = 250

/** What some words say of when, counted from the day of the claim's article; read by the server, after a short pause. */
export function useDateReading(claimId: string, words: string, { place, eventId }: DatePlace): DateReading | null {
  const [read, setRead] = useState<{ asked: string; date: DateReading | null } | null>(null)
  const asked = JSON.stringify([words, place, eventId])
  useEffect(() => {
    if (!words.trim()) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const date = await readDateAction(claimId, words, { place, eventId }).catch(() => null)
      if (isCurrent) setRead({ asked, date })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [claimId, words, place, eventId, asked])
  return read?.asked === asked ? read.date : null
}
