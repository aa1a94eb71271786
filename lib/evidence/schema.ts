import { z } from 'zod'
import { spanPlace } from '@/lib/articles/schema'
import { chainInput, newSources } from '@/lib/attributions/schema'
import { moment, optionalText, optionalUrl, seenVersion } from '@/lib/fields'
import { articleId, claimId, evidenceId, sourceId, versionId } from '@/lib/ids'
import { EvidenceDirectness, Stance } from '@/prisma/generated/enums'

/** A place in another article of the project; its words are the quote. */
const passage = z.intersection(z.object({ articleId, versionId }), spanPlace)

const credibility = z
  .int('evidence.credibilityRange')
  .min(1, 'evidence.credibilityRange')
  .max(6, 'evidence.credibilityRange')

/** `version` is the one that the person saw; null for a new item. A fruitless search is evidence too. */
export const saveEvidenceInput = z
  .object({
    id: evidenceId,
    claimId,
    version: seenVersion.nullable(),
    stance: z.enum(Stance, 'evidence.stanceMissing'),
    sourceId: sourceId.nullish().transform((id) => id ?? null),
    url: optionalUrl,
    passage: passage.nullish().transform((place) => place ?? null),
    quote: optionalText(10_000),
    locator: optionalText(500),
    note: optionalText(5000),
    directness: z.enum(EvidenceDirectness).default(EvidenceDirectness.NOT_STATED),
    /** Of the information, apart from its source: 1 confirmed to 5 improbable, 6 cannot be judged (Admiralty code). */
    credibility: credibility.nullish().transform((value) => value ?? null),
    capturedAt: moment.nullish().transform((at) => at ?? null),
    newSources,
    /** Left out: as it is. Null: none, its source is its origin. */
    attribution: chainInput.nullish(),
  })
  .superRefine((item, context) => {
    const isSearch = item.stance === Stance.SEARCHED_NOTHING_FOUND
    if (isSearch && !item.note)
      context.addIssue({ code: 'custom', message: 'evidence.searchNoteMissing', path: ['note'] })
    if (!isSearch && !item.sourceId && !item.url && !item.passage)
      context.addIssue({ code: 'custom', message: 'evidence.whereMissing', path: ['sourceId'] })
  })

/** Who speaks in an item, or how its text knows; null takes the chain away. `stance` left out: as it is. */
export const attributeEvidenceInput = z.object({
  id: evidenceId,
  version: seenVersion,
  newSources,
  attribution: chainInput.nullable(),
  stance: z.enum(Stance).nullish(),
})

export const withdrawEvidenceInput = z.object({ id: evidenceId, version: seenVersion, reason: optionalText(1000) })
export const restoreEvidenceInput = z.object({ id: evidenceId, version: seenVersion })

export type AttributeEvidenceInput = z.output<typeof attributeEvidenceInput>
export type EvidenceInput = z.output<typeof saveEvidenceInput>
