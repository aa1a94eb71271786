import { holds, PERMISSIONS } from '@/lib/auth/permissions'
import type { Reason } from '@/lib/errors'
import type { OneTimeLinkKind, Role } from '@/prisma/generated/enums'

/** How long whoever made a reset link and whoever's account it opened do not review each other: by then an absent person is back. */
export const ONE_HAND_DAYS = 30

/** What is known of a link, and of what it was made for, at the moment when somebody looks at it or uses it. */
export type LinkFacts = {
  kind: OneTimeLinkKind
  used: boolean
  superseded: boolean
  /** Superseded by a newer one; else because a ground fell, whatever has come back since. */
  replaced: boolean
  expired: boolean
  /** The project's name; null for a link of the installation. */
  project: string | null
  /** Asked for by the person and sent to their address alone. */
  byMailOnly: boolean
  /** Made before links carried their grounds. */
  outdated: boolean
  /** Null when nobody is on record any more. */
  maker: { role: Role | null; isOwner: boolean; disabled: boolean; isSelf: boolean } | null
  person: {
    isOwner: boolean
    disabled: boolean
    /** Password, address, ownership or disabling have changed since. */
    changed: boolean
    /** A member in force, since it was made, of a project that it does not speak of. */
    joinedElsewhere: boolean
  }
  /** Of the project's link. */
  membership: { ended: boolean; changed: boolean } | null
}

/** True while the maker may make such a link for this person: judged anew at each look, with the table of permissions. */
function makerMay({ kind, maker, person, byMailOnly }: LinkFacts): boolean {
  if (!maker || maker.disabled) return false
  // Nobody has seen it but who reads the mail of that address.
  if (byMailOnly) return kind === 'PASSWORD_RESET' && maker.isSelf
  if (maker.isSelf) return false
  if (kind === 'PASSWORD_RESET')
    return holds(PERMISSIONS['user:issueResetLink'], { role: null, isOwner: maker.isOwner })
  // An invitation opens the account: that of an owner opens more than a project.
  if (kind === 'INVITATION' && person.isOwner && !maker.isOwner) return false
  return holds(PERMISSIONS['user:invite'], { role: maker.role })
}

/** What takes a link out of use whatever else holds: then nothing else is said of it. */
function endOfLink({ used, superseded, replaced, expired, outdated }: LinkFacts): string | null {
  if (used) return 'linkUsed'
  if (superseded && replaced) return 'linkSuperseded'
  if (expired) return 'linkExpired'
  return outdated ? 'linkOutdated' : null
}

function lostGrounds(facts: LinkFacts): string[] {
  const { kind, person, membership } = facts
  const ofProject = kind !== 'PASSWORD_RESET'
  return [
    ...(person.disabled ? ['linkDisabled'] : []),
    ...(!person.disabled && person.changed ? ['linkAccountChanged'] : []),
    ...(makerMay(facts) ? [] : ['linkMakerLost']),
    // Joining needs the account's own password: what else that account opens is no matter.
    ...(person.joinedElsewhere && kind !== 'JOIN' ? ['linkElsewhere'] : []),
    ...(ofProject && (!membership || membership.ended) ? ['linkMembershipEnded'] : []),
    ...(membership && !membership.ended && membership.changed ? ['linkMembershipChanged'] : []),
  ]
}

/** Why a link that exists opens nothing (any more), and whom to ask for a new one; empty while it works. */
export function linkRefusals(facts: LinkFacts): Reason[] {
  const ask = facts.project === null ? 'owner' : 'project'
  const values = { ask, project: facts.project ?? '' }
  const ended = endOfLink(facts)
  const lost = ended ? [ended] : lostGrounds(facts)
  const keys = lost.length === 0 && facts.superseded ? ['linkEnded'] : lost
  return keys.map((key) => ({ key: `auth.${key}`, values }))
}

/** Why the owner makes no reset link for this person; empty when they may. */
export function resetRefusals(person: { isSelf: boolean; hasPassword: boolean; disabled: boolean }): Reason[] {
  return [
    ...(person.isSelf ? [{ key: 'auth.resetSelf' }] : []),
    ...(person.hasPassword ? [] : [{ key: 'auth.resetNoPassword' }]),
    ...(person.disabled ? [{ key: 'auth.resetDisabled' }] : []),
  ]
}
