import { v7 } from 'uuid'

/** A text on its way in: a file as it is on disk, or what was pasted, in UTF-8. */
export type Received = {
  /** One per file or paste, so that sending it twice is known from sending another. */
  key: string
  articleId: string
  bytes: Blob
  fileName: string | null
}

const received = (bytes: Blob, fileName: string | null): Received => ({ key: v7(), articleId: v7(), bytes, fileName })

export const receivedFile = (file: File): Received => received(file, file.name || null)

/** What was copied with its formatting, as its source. */
export const receivedHtml = (source: string): Received =>
  received(new Blob([source], { type: 'text/html;charset=utf-8' }), null)

export const receivedText = (text: string): Received =>
  received(new Blob([text], { type: 'text/plain;charset=utf-8' }), null)
