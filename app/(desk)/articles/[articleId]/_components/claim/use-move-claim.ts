'use client'

import { useAction } from '@/app/_ui/use-action'
import { moveClaimAction } from '@/app/(desk)/_actions/claims'
import { withWords } from '@/lib/articles/seen-words'
import { newId } from '@/lib/new-id'
import { useWorkbench } from '../workbench/workbench-context'

/** Puts the claim that waits for other words on those that are selected now. */
export function useMoveClaim() {
  const { shown, claims, movingId, setMoving, readSelection, setOpenColumn } = useWorkbench()
  const { run, pending, error, clearError } = useAction(moveClaimAction, {
    onSuccess: () => {
      setMoving(null)
      setOpenColumn('panel')
    },
  })
  const move = () => {
    const [claim, place] = [claims.find((each) => each.id === movingId), readSelection()]
    if (!claim || !place || pending) return
    const spans = [{ id: newId(), ...withWords(shown.text, place) }]
    run({ id: claim.id, version: claim.version, versionId: shown.versionId, spans })
  }
  return { move, pending, error, clearError }
}
