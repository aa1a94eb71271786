import type { Reason } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/** What is known of a membership when somebody wants to change it. */
export type MembershipFacts = {
  role: Role
  ended: boolean
  canSignIn: boolean
  /** Admins of the project whose membership is in force and who can sign in, this one included. */
  admins: number
  isSelf: boolean
}

/** True for somebody who has set a password and is not disabled. */
export const canSignIn = (user: { passwordHash: string | null; disabledAt: Date | null }): boolean =>
  user.passwordHash !== null && user.disabledAt === null

const isLastAdmin = ({ role, ended, canSignIn, admins }: MembershipFacts) =>
  role === 'ADMIN' && !ended && canSignIn && admins <= 1

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

/**
 * Why this admin may not hand out a link with which somebody takes over the person's account: it would open what the admin
 * has no right to. The owner of the installation may.
 */
export function linkRefusals(
  actor: { isOwner: boolean },
  person: { isOwner: boolean; isMemberElsewhere: boolean; ended: boolean },
): Reason[] {
  return [
    ...(person.ended ? [{ key: 'team.ended' }] : []),
    ...(person.isOwner && !actor.isOwner ? [{ key: 'team.linkForOwner' }] : []),
    ...(person.isMemberElsewhere && !actor.isOwner ? [{ key: 'team.linkElsewhere' }] : []),
  ]
}
