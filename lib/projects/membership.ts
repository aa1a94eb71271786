import type { Reason } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/** What is known of a membership when somebody wants to change it. */
export type MembershipFacts = {
  role: Role
  ended: boolean
  canSignIn: boolean
  /** Invited, and not come yet. */
  invited: boolean
  /** Admins of the project whose membership is in force and who can sign in, this one included. */
  admins: number
  isSelf: boolean
}

/** True for somebody who has set a password and is not disabled. */
export const canSignIn = (user: { passwordHash: string | null; disabledAt: Date | null }): boolean =>
  user.passwordHash !== null && user.disabledAt === null

const isLastAdmin = ({ role, ended, invited, canSignIn, admins }: MembershipFacts) =>
  role === 'ADMIN' && !ended && !invited && canSignIn && admins <= 1

/** Why the role may not become `role`; empty when it may. */
export function setRoleRefusals(facts: MembershipFacts, role: Role): Reason[] {
  if (facts.ended) return [{ key: 'team.ended' }]
  if (role === 'ADMIN' || facts.role !== 'ADMIN') return []
  return [
    ...(isLastAdmin(facts) ? [{ key: 'team.lastAdmin' }] : []),
    ...(facts.isSelf ? [{ key: 'team.demoteSelf' }] : []),
  ]
}

/** Why the membership may not end; empty when it may. Open assignments are no reason: they are shown and stay to be reassigned. */
export function endRefusals(facts: MembershipFacts): Reason[] {
  if (facts.ended) return [{ key: 'team.ended' }]
  return [
    ...(isLastAdmin(facts) ? [{ key: 'team.lastAdmin' }] : []),
    ...(facts.isSelf ? [{ key: 'team.endSelf' }] : []),
  ]
}

export const restoreRefusals = (facts: MembershipFacts): Reason[] => (facts.ended ? [] : [{ key: 'team.notEnded' }])

/** True for somebody who has not come yet: the invitation is not taken up, or the account was never opened. */
export const isInvited = (member: { joinedAt: Date | null; user: { passwordHash: string | null } }): boolean =>
  member.joinedAt === null || member.user.passwordHash === null

/**
 * Why no (new) invitation link is made for a member. A forgotten password is the owner's affair: an admin who could open the account of
 * a colleague would be two people.
 */
export function invitationRefusals(member: { ended: boolean; invited: boolean; disabled: boolean }): Reason[] {
  if (member.ended) return [{ key: 'team.ended' }]
  if (!member.invited) return [{ key: 'team.hasJoined' }]
  return member.disabled ? [{ key: 'team.disabled' }] : []
}

/**
 * What the link of an invitation does: it opens the account of who has none yet; who has one, or reaches further than this project by
 * some old membership, joins with it.
 */
export function invitationKind(
  actor: { isOwner: boolean },
  person: { hasPassword: boolean; isOwner: boolean; isMemberElsewhere: boolean },
): 'INVITATION' | 'JOIN' {
  const opensMore = person.isMemberElsewhere || (person.isOwner && !actor.isOwner)
  return person.hasPassword || opensMore ? 'JOIN' : 'INVITATION'
}
