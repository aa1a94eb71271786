import type { Facts } from '@/lib/auth/permissions'

type Person = { userId: string | null; role: Facts['role']; isOwner?: boolean }
type Parts = { assigneeId: string; reviewerId: string | null }

/** What is known of a person before one claim: the facts that permissions and the review ask for. */
export function claimFacts(person: Person, claim: { markedById: string }, assignment: Parts | null): Facts {
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
