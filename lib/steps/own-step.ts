import { type ClaimState, sameWords } from '@/lib/claims/claim-state'

/** What a person does to a mark, and may undo. */
export const MARK_STEPS = ['claim:mark', 'claim:edit', 'claim:move', 'claim:delete', 'claim:restoreDeleted'] as const

/** What a step from `before` to `after` did, whichever command it was: null is what was not there. */
export function stepKind(before: ClaimState | null, after: ClaimState): 'mark' | 'edit' | 'move' | 'delete' {
  if (after.deleted) return 'delete'
  if (!before || before.deleted) return 'mark'
  return sameWords(before, after) ? 'edit' : 'move'
}
