import { z } from 'zod'
import { spanPlace } from '@/lib/articles/schema'
import { anchoringId, articleId, commandId, versionId } from '@/lib/ids'
import { receivedInput } from '@/lib/import/schema'

/** `seenVersionId`: the text beside which the new one was looked at; another one by now is a conflict. Null: nobody has looked. */
export const addVersionInput = z.object({
  ...receivedInput,
  articleId,
  id: versionId,
  seenVersionId: versionId.nullish().transform((id) => id ?? null),
})

export const previewVersionInput = z.object({ ...receivedInput, articleId })

/** What a form sends beside the bytes. */
export const versionRequest = addVersionInput.omit({ bytes: true, articleId: true }).extend({ commandId })

/** Where the words stand in the later text, with the words that the person saw there. */
export const takeAnchoringInput = z.object({ id: anchoringId, place: spanPlace })

export const anchoringInput = z.object({ id: anchoringId })
