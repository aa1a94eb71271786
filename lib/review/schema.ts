import { z } from 'zod'
import { commentBody } from '@/lib/comments/schema'
import { optionalDay, optionalText, requiredText } from '@/lib/fields'
import { articleId, assignmentId, claimId, commentId, userId, verdictId, versionId } from '@/lib/ids'
import { SingleSourceKind } from '@/prisma/generated/enums'

/** Assigns, takes or reassigns, as the claim's state and the actor make it. */
export const assignClaimInput = z.object({
  id: claimId,
  assignmentId,
  assigneeId: z.string().min(1, 'review.assigneeMissing').pipe(userId),
  reviewerId: userId.nullish().transform((id) => id ?? null),
  dueOn: optionalDay,
  reason: optionalText(1000),
})

/** Sets the reviewer and the due date without moving the claim. */
export const planClaimInput = z.object({
  id: claimId,
  reviewerId: userId.nullish().transform((id) => id ?? null),
  dueOn: optionalDay,
})

export const moveInput = z.object({ id: claimId })
export const returnInput = z.object({ id: claimId, commentId, comment: commentBody })
export const reasonInput = z.object({ id: claimId, reason: requiredText(1000, 'review.reasonNeeded') })

/** Names what the reviewer saw: the verdict and the claim's revision. */
export const approveInput = z.object({
  id: claimId,
  verdictId,
  claimRevision: z.int(),
  /** Where the rating asks for more origins than there are: of which kind the reason is, and the reason in words. */
  singleSourceKind: z
    .enum(SingleSourceKind, 'review.singleSourceKindMissing')
    .nullish()
    .transform((kind) => kind ?? null),
  singleSourceReason: optionalText(1000),
})

/** `since`: the last entry of the project's history that is known, a whole number in digits. */
export const changesInput = z.object({ articleId, versionId, since: z.string().regex(/^\d{1,18}$/) })
