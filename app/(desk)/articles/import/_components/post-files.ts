import type { ActionResult } from '@/app/_ui/action-result'
import { MAX_RECEIVED_BYTES } from '@/lib/import/schema'
import { postForm } from '../../_components/intake/post-upload'

/** One of many files on its way in; its id is the same at each try, so that it comes in once. */
export type FileToSend = { id: string; position: number; file: File; size: number }

type SentTogether = { batchId: string; files: readonly FileToSend[]; commandId: string }

/** Sends some of many files. What is too large for any is told by its name. */
export function postFiles({ batchId, files, commandId }: SentTogether): Promise<ActionResult<{ count: number }>> {
  const body = new FormData()
  const named = files.map(({ id, position, file, size }) => ({ id, position, size, fileName: file.name || null }))
  body.set('details', JSON.stringify({ commandId, files: named }))
  for (const { position, file, size } of files)
    if (size <= MAX_RECEIVED_BYTES) body.set(`file-${position}`, file, 'received')
  return postForm(`/api/v1/import/batches/${batchId}`, body)
}
