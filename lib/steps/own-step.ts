import { chainsIn } from '@/lib/attributions/kept-chain'
import { type ClaimState, sameWords } from '@/lib/claims/claim-state'

/** What a person does to a mark, and may undo. */
export const MARK_STEPS = ['claim:mark', 'claim:edit', 'claim:move', 'claim:delete', 'claim:restoreDeleted'] as const

/** What a person does in an article, and may undo: one order over all of it. */
export const OWN_STEPS = [
  ...MARK_STEPS,
  ...(['attribution:save', 'attribution:remove', 'attribution:copy'] as const),
  ...(['figure:save', 'figure:remove', 'warning:save', 'warning:remove'] as const),
] as const

const NOUNS = { attribution: 'chain', figure: 'figure', warning: 'warning' } as const
export type OwnEntity = keyof typeof NOUNS

export const isOwnEntity = (entity: string): entity is OwnEntity => Object.hasOwn(NOUNS, entity)

const isThere = (kept: unknown) => (isChains(kept) ? chainsIn(kept).length > 0 : kept !== null)
const isChains = (kept: unknown): kept is object =>
  typeof kept === 'object' && kept !== null && (Array.isArray(kept) || 'discardedSources' in kept || 'hops' in kept)

/** What a step from `before` to `after` did to something that is no mark. */
export function factStepKind(entity: OwnEntity, before: unknown, after: unknown) {
  const did = isThere(before) ? (isThere(after) ? 'Edit' : 'Remove') : 'Add'
  return `${NOUNS[entity]}${did}` as const
}

/** What a step from `before` to `after` did, whichever command it was: null is what was not there. */
export function stepKind(before: ClaimState | null, after: ClaimState): 'mark' | 'edit' | 'move' | 'delete' {
  if (after.deleted) return 'delete'
  if (!before || before.deleted) return 'mark'
  return sameWords(before, after) ? 'edit' : 'move'
}

/** What a step that was undone, or done again, had done. */
export type OwnStepKind = ReturnType<typeof stepKind> | ReturnType<typeof factStepKind> | 'restoreDeleted'
