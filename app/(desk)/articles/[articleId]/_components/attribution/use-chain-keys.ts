import { useEffect, useEffectEvent } from 'react'
import { pressedKey } from '@/app/_ui/pressed-key'
import { isTaken } from '../workbench/use-workbench-keys'
import { useWorkbench } from '../workbench/workbench-context'

/** Keys for chains, wherever the focus is but in a field or dialog; not while words are selected, marked or chosen. */
export function useChainKeys(keys: Record<string, (() => void) | null>): void {
  const { readSelection, draft, movingId, choosing } = useWorkbench()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
    if (draft || movingId || choosing) return
    const answer = keys[pressedKey(event)]
    if (!answer || readSelection()) return
    event.preventDefault()
    answer()
  })
  useEffect(() => {
    // Before the workbench's own keys: P marks a prediction there, once words are selected.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}
