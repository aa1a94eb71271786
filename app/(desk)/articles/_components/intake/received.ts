import { v7 } from 'uuid'
import { AS_PROPOSED, type ReadingChoices } from '@/lib/import/choices'
import type { Encoding } from '@/lib/import/encodings'

export type FetchedPage = {
  id: string
  /** Where it was in the end. */
  address: string
  encoding: Encoding | null
  notes: string[]
}

/** A text on its way in: a file as it is on disk, or what was pasted, in UTF-8. */
export type Received = {
  /** One per file or paste, so that sending it twice is known from sending another. */
  key: string
  articleId: string
  bytes: Blob
  fileName: string | null
  /** What was fetched from its address: the server has its bytes. */
  fetched: FetchedPage | null
}

const received = (bytes: Blob, fileName: string | null): Received => ({
  ...{ key: v7(), articleId: v7(), bytes, fileName },
  fetched: null,
})

export const receivedPage = (fetched: FetchedPage): Received => ({ ...received(new Blob(), null), fetched })

/** How it is read at first: as the server of a page says, else as proposed. */
export const firstReading = ({ fetched }: Received): ReadingChoices => ({
  ...AS_PROPOSED,
  encoding: fetched?.encoding ?? null,
})

export const receivedFile = (file: File): Received => received(file, file.name || null)

/** What was copied with its formatting, as its source. */
export const receivedHtml = (source: string): Received =>
  received(new Blob([source], { type: 'text/html;charset=utf-8' }), null)

export const receivedText = (text: string): Received =>
  received(new Blob([text], { type: 'text/plain;charset=utf-8' }), null)
