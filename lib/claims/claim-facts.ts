import type { PermissionFacts } from '@/lib/auth/permissions'

type PersonFacts = { userId: string | null; role: PermissionFacts['role']; isOwner?: boolean }
type AssignmentFacts = { assigneeId: string; reviewerId: string | null }

/** What is known of a person before one claim: the facts that permissions and the review ask for. */
export function claimFacts(
  person: PersonFacts,
  claim: { markedById: string },
  assignment: AssignmentFacts | null,
): PermissionFacts {
  const is = (id: string | null | undefined) => person.userId !== null && person.userId === id
  return {
    role: person.role,
    ...(person.isOwner === undefined ? {} : { isOwner: person.isOwner }),
    isAssignee: is(assignment?.assigneeId),
    isReviewer: is(assignment?.reviewerId),
    isMarker: is(claim.markedById),
    isTaken: assignment !== null && !is(assignment.assigneeId),
  }
}
