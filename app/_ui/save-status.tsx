'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import { SaveState } from './save-state'
import { createStore, type Store } from './store'

type Status = { state: 'idle' | 'saving' | 'saved' | 'failed'; at?: Date }

/** `refused`: nothing was to be kept, so nothing is lost; what was said before is said again. */
export type SaveEnd = 'saved' | 'failed' | 'refused'

const SaveStatusContext = createContext<Store<Status> | null>(null)

/** Within it, every `useAction` reports to the one `SaveStatus` of the page. */
export function SaveStatusProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => createStore<Status>({ state: 'idle' }))
  return <SaveStatusContext value={store}>{children}</SaveStatusContext>
}

/** What an action calls when it starts; it answers what to call when it has ended. Does nothing outside a provider. */
export function useSaveReporter() {
  const store = useContext(SaveStatusContext)
  return () => {
    const before = store?.get() ?? { state: 'idle' }
    store?.set({ state: 'saving' })
    return (end: SaveEnd) => {
      if (end === 'refused') store?.set(before.state === 'saving' ? { state: 'idle' } : before)
      else store?.set(end === 'saved' ? { state: 'saved', at: new Date() } : { state: 'failed' })
    }
  }
}

const nothing = createStore<Status>({ state: 'idle' })

/** Says in the header whether the page's work is safe. */
export function SaveStatus() {
  const store = useContext(SaveStatusContext) ?? nothing
  const status = useSyncExternalStore(store.subscribe, store.get, store.get)
  return <SaveState state={status.state} {...(status.at ? { at: status.at } : {})} />
}
