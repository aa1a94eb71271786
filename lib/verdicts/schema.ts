import { z } from 'zod'
import { calendarDay, optionalText, requiredText } from '@/lib/fields'
import { claimId, evidenceId, ratingId, verdictId } from '@/lib/ids'

/** `claimRevision` is the one that the person judged: with another one now, nothing is recorded. */
export const recordVerdictInput = z.object({
  id: verdictId,
  claimId,
  claimRevision: z.int(),
  ratingId: z.uuid('verdict.ratingMissing').pipe(ratingId),
  rationale: requiredText(10_000, 'verdict.reasonsMissing'),
  method: optionalText(5000),
  asOf: calendarDay('verdict.dayMissing'),
  evidenceIds: z
    .array(evidenceId)
    .max(200, 'verdict.tooMuchEvidence')
    .default([])
    .transform((ids) => [...new Set(ids)]),
})

/** What a verdict rests on, each in the version that it had: what a later reader compares with the present ones. */
export const restsOn = z.array(
  z.object({
    kind: z.enum(['claim', 'figure', 'warning', 'attribution', 'evidence']),
    id: z.uuid(),
    version: z.int(),
  }),
)
export type RestsOn = z.output<typeof restsOn>
