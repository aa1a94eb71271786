import { z } from 'zod'
import { spanPlace } from '@/lib/articles/schema'
import { optionalText, requiredName, requiredText, seenVersion } from '@/lib/fields'
import { articleId, auditEntryId, claimId, versionId } from '@/lib/ids'
import { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'

const spans = z.array(spanPlace).min(1, 'claim.passageMissing').max(20, 'claim.tooManyPassages')
const category = z.enum(ClaimCategory, 'claim.categoryMissing')
const checked = z.enum(CheckedAspect, 'claim.checkedMissing')
const wording = requiredText(1000, 'claim.wordingMissing')
const tags = z.array(requiredName(50)).max(20, 'claim.tooManyTags').default([])

export const markClaimInput = z.object({
  id: claimId,
  articleId,
  versionId,
  spans,
  category,
  checked,
  wording,
  tags,
})

/** `version` is the one that the person saw: another one now is a conflict, and nothing is overwritten. */
export const editClaimInput = z.object({
  id: claimId,
  version: seenVersion,
  category,
  checked,
  wording,
  tags,
})
export const moveClaimInput = z.object({
  id: claimId,
  version: seenVersion,
  versionId,
  spans,
})
export const deleteClaimInput = z.object({
  id: claimId,
  version: seenVersion,
  reason: optionalText(1000),
})
export const restoreDeletedInput = z.object({ id: claimId, version: seenVersion })

/** Without `claimId` and `entryId`: the last step in the whole article. */
export const undoClaimInput = z.object({
  articleId,
  claimId: claimId.optional(),
  entryId: auditEntryId.optional(),
})

/** What was undone last in the whole article. */
export const redoClaimInput = z.object({ articleId })
