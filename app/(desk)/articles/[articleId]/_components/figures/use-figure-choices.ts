'use client'

import { useEffect, useState } from 'react'
import { listFigureChoicesAction } from '@/app/(desk)/_actions/figures'
import type { FigureChoice } from '@/lib/figures/queries'

/** The figures that one of this claim can be put to, while its event is chosen; null until they are known. */
export function useFigureChoices(claimId: string, eventId: string | null): readonly FigureChoice[] | null {
  const [known, setKnown] = useState<{ eventId: string | null; choices: FigureChoice[] } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const choices = await listFigureChoicesAction(claimId, eventId).catch(() => null)
      if (isCurrent && choices) setKnown({ eventId, choices })
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [claimId, eventId])
  return known?.eventId === eventId ? known.choices : null
}
