'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/** In milliseconds, after the last look has come. */
const SOON = 3_000
const LATER = 20_000

/** Has the page looked at again while something is under way; not while nobody sees the page. */
export function LookAgain({ look }: { look: 'soon' | 'later' }) {
  const { refresh } = useRouter()
  const [isLooking, startLooking] = useTransition()
  useEffect(() => {
    if (isLooking) return
    const lookNow = () => {
      if (document.visibilityState === 'visible') startLooking(refresh)
    }
    const timer = setTimeout(lookNow, look === 'soon' ? SOON : LATER)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [isLooking, look, refresh])
  return null
}
