import { z } from 'zod'
import { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'

/** What the audit log keeps of a claim before and after a step: enough to put it back as it was. */
export const claimState = z.object({
  id: z.uuid(),
  number: z.int(),
  category: z.enum(ClaimCategory),
  checked: z.enum(CheckedAspect),
  wording: z.string(),
  tags: z.array(z.string()),
  spans: z.array(z.object({ id: z.uuid(), versionId: z.uuid(), start: z.int(), end: z.int(), exact: z.string() })),
  version: z.int(),
  revision: z.int(),
  deleted: z.boolean(),
})
export type ClaimState = z.output<typeof claimState>

type Passage = ClaimState['spans'][number]
type ClaimStateRow = Omit<ClaimState, 'spans' | 'deleted'> & { deletedAt: Date | null }

/** The whole state of a claim, from its row and its passages in their order. */
export const stateOf = (claim: ClaimStateRow, spans: readonly Passage[]): ClaimState => ({
  id: claim.id,
  number: claim.number,
  category: claim.category,
  checked: claim.checked,
  wording: claim.wording,
  tags: claim.tags,
  spans: spans.map(({ id, versionId, start, end, exact }) => ({ id, versionId, start, end, exact })),
  version: claim.version,
  revision: claim.revision,
  deleted: claim.deletedAt !== null,
})

/** True when both states have the same passages in the same order. */
export const sameWords = (a: ClaimState, b: ClaimState): boolean =>
  a.spans.map((span) => span.id).join() === b.spans.map((span) => span.id).join()

type ClaimChange = Partial<Pick<ClaimState, 'category' | 'checked' | 'wording' | 'tags' | 'spans' | 'deleted'>>

/** What a step from `before` to `after` changed, as it was before: what the step left alone is not in it. */
export function undoing(before: ClaimState, after: ClaimState): ClaimChange {
  return {
    ...(before.category === after.category ? {} : { category: before.category }),
    ...(before.checked === after.checked ? {} : { checked: before.checked }),
    ...(before.wording === after.wording ? {} : { wording: before.wording }),
    ...(before.tags.join('\n') === after.tags.join('\n') ? {} : { tags: before.tags }),
    ...(sameWords(before, after) ? {} : { spans: before.spans }),
    ...(before.deleted === after.deleted ? {} : { deleted: before.deleted }),
  }
}

/** True when a verdict on the one state would not be a verdict on the other: everything but tags counts. */
export const differsForVerdict = (a: ClaimState, b: ClaimState): boolean =>
  a.wording !== b.wording || a.category !== b.category || a.checked !== b.checked || !sameWords(a, b)
