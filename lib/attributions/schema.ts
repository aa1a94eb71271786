import { z } from 'zod'
import { spanPlace } from '@/lib/articles/schema'
import { isAnswered, isOwnKnowledge } from '@/lib/attributions/how-known'
import { optionalText, optionalWorldDate, seenVersion } from '@/lib/fields'
import { attributionId, claimId, hopId, sourceId, versionId } from '@/lib/ids'
import { addSourceInput } from '@/lib/sources/schema'
import { Certainty, HopBasis, HopReading, HowKnown, SpeechAct, SpeechForm } from '@/prisma/generated/enums'

const optionalSource = sourceId.nullish().transform((id) => id ?? null)
const optionalWords = spanPlace.nullish().transform((place) => place ?? null)

/** One "who said so". `sourceWords` and `cueWords` are places in the version that the chain's `versionId` names. */
export const hopInput = z.object({
  id: hopId,
  sourceId: z.uuid('attribution.sourceMissing').pipe(sourceId),
  affiliationId: optionalSource,
  onBehalfOfId: optionalSource,
  speechAct: z.enum(SpeechAct, 'attribution.speechActMissing'),
  certainty: z.enum(Certainty).default(Certainty.ASSERTED),
  form: z.enum(SpeechForm).default(SpeechForm.INDIRECT),
  basis: z.enum(HopBasis).default(HopBasis.NOT_STATED),
  reading: z.enum(HopReading).default(HopReading.CERTAIN),
  said: optionalWorldDate,
  sourceWords: optionalWords,
  cueWords: optionalWords,
})

export const MAX_HOPS = 12

/** A whole chain, in order: the first hop is nearest to the article, the last is the origin. */
export const chainInput = z
  .object({
    id: attributionId,
    /** The version that the person saw; null for a new chain. */
    version: seenVersion.nullable(),
    /** The text in which source and cue words are anchored. */
    versionId: versionId.nullish().transform((id) => id ?? null),
    /** No hop: the text names nobody who told it. */
    hops: z.array(hopInput).max(MAX_HOPS, 'attribution.tooManyHops'),
    /** How the text knows where it names nobody, or how the outlet at which the chain ends does. */
    knows: z
      .enum(HowKnown)
      .default(HowKnown.NOT_ANSWERED)
      // What old chains meant is no answer that anybody gives.
      .transform((knows) => (isAnswered(knows) ? knows : HowKnown.NOT_ANSWERED)),
    knowsReason: optionalText(1000),
    /** The words by which the text says so, in the version that `versionId` names. */
    knowsWords: optionalWords,
  })
  .superRefine(({ hops, versionId: text, knows, knowsReason, knowsWords }, context) => {
    if (isOwnKnowledge(knows) && !knowsReason && !knowsWords)
      context.addIssue({ code: 'custom', message: 'attribution.knowsUnfounded', path: ['knowsReason'] })
    if (!text && knowsWords)
      context.addIssue({ code: 'custom', message: 'attribution.wordsWithoutText', path: ['versionId'] })
    for (const [index, hop] of hops.entries()) {
      const path = ['hops', index, 'sourceId']
      if (index > 0 && hops[index - 1]?.sourceId === hop.sourceId)
        context.addIssue({ code: 'custom', message: 'attribution.sourceTwiceInARow', path })
      if (!text && (hop.sourceWords || hop.cueWords))
        context.addIssue({ code: 'custom', message: 'attribution.wordsWithoutText', path: ['versionId'] })
    }
  })

/** Sources that are made together with the chain; one that names another as its parent comes after it. */
export const newSources = z
  .array(addSourceInput)
  .max(MAX_HOPS * 6, 'attribution.tooManyHops')
  .default([])

export const saveAttributionInput = z.intersection(z.object({ claimId, newSources }), chainInput)
export const removeAttributionInput = z.object({ id: attributionId, version: seenVersion })

/** `id`: the chain that is given to each target. The ids of the copies come with it, one for each of its hops. */
export const copyAttributionInput = z.object({
  id: attributionId,
  targets: z
    .array(z.object({ claimId, id: attributionId, hopIds: z.array(hopId).max(MAX_HOPS) }))
    .min(1, 'attribution.copyNowhere')
    .max(100, 'attribution.copyTooMany'),
  /** Left out: as the hops are read in the chain. */
  reading: z.enum(HopReading).nullish(),
})

export type CopyInput = z.output<typeof copyAttributionInput>
export type HopInput = z.output<typeof hopInput>
export type ChainInput = z.output<typeof chainInput>
