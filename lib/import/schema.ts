import { z } from 'zod'
import { articleLanguage, articleLine } from '@/lib/articles/schema'
import { optionalText, optionalUrl, optionalWorldDate } from '@/lib/fields'
import { articleId, commandId, sourceId } from '@/lib/ids'
import { AS_PROPOSED, readingChoices } from '@/lib/import/choices'

/** The largest file that is taken in, in bytes. */
export const MAX_RECEIVED_BYTES = 10 * 1024 * 1024

const receivedBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array, 'import.nothingReceived')
  .refine((bytes) => bytes.byteLength <= MAX_RECEIVED_BYTES, 'import.fileTooBig')

export const receivedInput = {
  bytes: receivedBytes,
  reading: readingChoices.default(AS_PROPOSED),
  fileName: optionalText(255),
}

/** What is said of the bytes. */
const importDetails = z.object({
  id: articleId,
  reading: receivedInput.reading,
  fileName: receivedInput.fileName,
  /** Null: as read from the text. */
  title: optionalText(300),
  /** Null: not known. */
  language: articleLanguage,
  published: optionalWorldDate,
  outletId: sourceId.nullish().transform((id) => id ?? null),
  /** The name of an outlet that the directory has not, or is not known to have. */
  outletName: optionalText(200),
  byline: articleLine,
  dateline: articleLine,
  originUrl: optionalUrl,
})

export const importArticleInput = importDetails.extend({
  bytes: receivedBytes,
  /** Language and date as they are read from the text: for a text that no person looks at. */
  asRead: z.boolean().default(false),
  seedFile: optionalText(255),
})

/** What a form sends beside the bytes. It names no seed file: those come from the folder alone. */
export const importRequest = importDetails.extend({ commandId })
export const previewRequest = z.object({ reading: receivedInput.reading, fileName: receivedInput.fileName })

export const previewImportInput = z.object(receivedInput)
