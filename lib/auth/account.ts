import type { Reason } from '@/lib/errors'

/** What decides whether an account may be disabled or enabled. */
export type AccountFacts = {
  isSelf: boolean
  isOwner: boolean
  disabled: boolean
  /** Owners of the installation who can sign in. */
  owners: number
}

const when = (holds: boolean, key: string): Reason[] => (holds ? [{ key }] : [])

/** Why this account may not be disabled. */
export const disableRefusals = ({ isSelf, isOwner, disabled, owners }: AccountFacts): Reason[] => [
  ...when(disabled, 'auth.alreadyDisabled'),
  ...when(isSelf, 'auth.disableSelf'),
  ...when(isOwner && !disabled && owners <= 1, 'auth.lastOwner'),
]

/** Why this account may not be enabled again. */
export const enableRefusals = ({ disabled }: AccountFacts): Reason[] => when(!disabled, 'auth.notDisabled')
