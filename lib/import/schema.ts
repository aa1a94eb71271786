import { z } from 'zod'
import { articleLanguage, articleLine } from '@/lib/articles/schema'
import { optionalText, optionalUrl, optionalWorldDate, requiredText } from '@/lib/fields'
import { articleId, commandId, fetchedPageId, importBatchId, importFileId, sourceId } from '@/lib/ids'
import { AS_PROPOSED, readingChoices } from '@/lib/import/choices'
import { ImportState } from '@/prisma/generated/enums'

/** The largest file that is taken in, in bytes. */
export const MAX_RECEIVED_BYTES = 10 * 1024 * 1024

/** The most files that come in together; so many of them are sent with one request, and no more bytes than of one alone. */
export const MOST_FILES = 2000
export const MOST_FILES_SENT = 100

const receivedBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array, 'import.nothingReceived')
  .refine((bytes) => bytes.byteLength <= MAX_RECEIVED_BYTES, 'import.fileTooBig')

export const receivedInput = {
  bytes: receivedBytes,
  /** The page that was fetched from its address, of which these are the bytes. */
  fetchedId: fetchedPageId.nullish().transform((id) => id ?? null),
  reading: readingChoices.default(AS_PROPOSED),
  fileName: optionalText(255),
}

/** What is said of the bytes. */
const importDetails = z.object({
  id: articleId,
  reading: receivedInput.reading,
  fileName: receivedInput.fileName,
  fetchedId: receivedInput.fetchedId,
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

const receivedFileInput = z.object({
  id: importFileId,
  position: z.int().min(0).max(MOST_FILES),
  fileName: optionalText(255),
  size: z.int32().min(0),
  /** Null: larger than what is taken in, so that only its name comes. */
  bytes: receivedBytes.nullable(),
})

/** `expected`: how many files there are in all. */
export const startBatchInput = z.object({
  id: importBatchId,
  expected: z.int().min(1, 'import.nothingReceived').max(MOST_FILES, 'import.tooManyFiles'),
})

/** Some of many files. */
export const receiveFilesInput = z.object({
  id: importBatchId,
  files: z
    .array(receivedFileInput)
    .min(1, 'import.nothingReceived')
    .max(MOST_FILES_SENT, 'import.tooManyFiles')
    .refine(
      (files) => files.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0) <= MAX_RECEIVED_BYTES,
      'import.fileTooBig',
    ),
})

/** What comes beside the bytes of these files: each is sent as `file-` and its position. */
export const receiveFilesRequest = z.object({
  commandId,
  files: z.array(receivedFileInput.omit({ bytes: true })).max(MOST_FILES_SENT, 'import.tooManyFiles'),
})

export const fetchPageInput = z.object({ id: fetchedPageId, address: requiredText(2000, 'fetch.noAddress') })

export const importBatchInput = z.object({ id: importBatchId })

/** `files`: null for all that wait for somebody's word. `mend`: what was misread on its way is turned back. */
export const acceptFilesInput = z.object({
  id: importBatchId,
  files: z.array(importFileId).max(MOST_FILES).nullable(),
  mend: z.boolean(),
})

export const importBatchView = z.object({
  id: importBatchId,
  state: z.enum(ImportState).nullable().default(null),
  page: z.int().min(1).max(1000).default(1),
})

/** What a form sends beside the bytes. It names no seed file: those come from the folder alone. */
export const importRequest = importDetails.extend({ commandId })
export const previewRequest = z.object({ reading: receivedInput.reading, fileName: receivedInput.fileName })

export const previewImportInput = z.object(receivedInput)
