import { z } from 'zod'
import { calendarDay, optionalText, requiredText } from '@/lib/fields'
import { claimId, evidenceId, ratingId, verdictId } from '@/lib/ids'

/**
 * `claimRevision` is the one that the person judged, `groundsKey` the name of what the verdict was shown to rest on: with
 * another one now, nothing is recorded. Without a `groundsKey` it rests on whatever is there.
 */
export const recordVerdictInput = z.object({
  id: verdictId,
  claimId,
  claimRevision: z.int(),
  groundsKey: z.string().max(100).optional(),
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

/** What a verdict can rest on. The first five are of the claim itself; the others stand outside of it. */
export const GROUND_KINDS = [
  'claim',
  'figure',
  'warning',
  'attribution',
  'evidence',
  'source',
  'origins',
  'link',
  'articleVersion',
  'reply',
] as const
export type GroundKind = (typeof GROUND_KINDS)[number]

/** Something that has an identity and a name: `{ id, name }`. Two of them are equal when their ids are. */
export const idAndName = z.object({ id: z.uuid(), name: z.string() })
export type IdAndName = z.output<typeof idAndName>

/** A figure that takes the place of another, with the claim that states it. */
export const successor = z.object({
  ...idAndName.shape,
  reason: z.string().nullable(),
  claimId: z.uuid(),
  articleId: z.uuid(),
})

/** Appearances that have one origin, kept under the name that they had when the first were stored; `number` counts from 1 within the claim and kind. */
export const groundGroup = z.object({
  side: z.enum(['asserting', 'contradicting']),
  standing: z.string(),
  origin: z.string().nullable(),
  accounts: z.array(z.object({ id: z.uuid(), kind: z.enum(['chain', 'evidence']), number: z.int() })),
})
export type GroundGroup = z.output<typeof groundGroup>

/** What was there, as far as a screen shows it: field by field. */
const groundState = z.record(z.string(), z.json())
export type GroundState = z.output<typeof groundState>
export type GroundValue = GroundState[string]

/**
 * What a verdict rests on, each in the version and state that it had: what a later reader compares with the present
 * ones. The first verdicts of the project knew versions alone, and only those of the claim's own parts.
 */
export const grounds = z.array(
  z.object({
    kind: z.enum(GROUND_KINDS),
    id: z.uuid(),
    version: z.int(),
    state: groundState.optional(),
  }),
)
export type Grounds = z.output<typeof grounds>
export type Ground = Grounds[number]
