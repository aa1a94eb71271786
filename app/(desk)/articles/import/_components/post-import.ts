import type { ActionError, ActionResult } from '@/app/_ui/action-result'
import type { ReadingChoices } from '@/lib/import/choices'
import type { ImportPreview } from '@/lib/import/queries'
import { MAX_RECEIVED_BYTES } from '@/lib/import/schema'
import type { Received } from './received'

const UNKNOWN: ActionError = { code: 'failed', reasons: [{ key: 'unknown' }] }

const isError = (answer: unknown): answer is { error: ActionError } =>
  typeof answer === 'object' && answer !== null && 'error' in answer

/** Sends bytes and what is said of them. `T` is what this route answers, on our own server. */
async function post<T>(query: string, { bytes }: Received, details: object): Promise<ActionResult<T>> {
  if (bytes.size > MAX_RECEIVED_BYTES)
    return { ok: false, error: { code: 'invalid', reasons: [{ key: 'import.fileTooBig' }] } }
  const body = new FormData()
  body.set('details', JSON.stringify(details))
  body.set('file', bytes, 'received')
  const response = await fetch(`/api/v1/import${query}`, { method: 'POST', body })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as T }
  return { ok: false, error: isError(answer) ? answer.error : UNKNOWN }
}

export function previewUpload(input: { received: Received; reading: ReadingChoices; commandId: string }) {
  const { received, reading } = input
  return post<ImportPreview>('?preview=1', received, { reading, fileName: received.fileName })
}

export function saveUpload(input: { received: Received; details: object; commandId: string }) {
  const { received, details, commandId } = input
  const { articleId: id, fileName } = received
  return post<{ id: string; existing: boolean }>('', received, { ...details, id, fileName, commandId })
}
