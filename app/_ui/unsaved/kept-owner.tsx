'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { browserStore, forgetAllOf, type KeptOwner } from './kept-texts'
import { discardMounted } from './mounted-texts'

const KeptOwnerContext = createContext<KeptOwner | null>(null)

/** Around all that a signed-in person sees. Without it nothing is kept. */
export function KeptOwnerProvider({ person, project, keptKey, children }: Props) {
  const owner = useMemo(() => ({ person, project, key: keptKey }), [person, project, keptKey])
  return <KeptOwnerContext value={owner}>{children}</KeptOwnerContext>
}

type Props = { person: string; project: string; keptKey: string; children: ReactNode }

export const useKeptOwner = () => useContext(KeptOwnerContext)

/** For whoever signs out: leaves nothing of theirs in this browser. */
export function useForgetKept(): () => void {
  const owner = useKeptOwner()
  return () => {
    // What was typed a moment ago would be kept after all.
    discardMounted()
    const store = browserStore()
    if (store && owner) forgetAllOf(store, owner.person)
  }
}
