import type { ActionError, ActionResult } from '@/app/_ui/action-result'
import { MAX_RECEIVED_BYTES } from '@/lib/import/schema'
import type { Received } from './received'

const UNKNOWN: ActionError = { code: 'failed', reasons: [{ key: 'unknown' }] }

const isError = (answer: unknown): answer is { error: ActionError } =>
  typeof answer === 'object' && answer !== null && 'error' in answer

/** Sends bytes and what is said of them. `T` is what this route answers, on our own server. */
export async function postUpload<T>(
  path: string,
  { bytes, fetched }: Received,
  details: object,
): Promise<ActionResult<T>> {
  if (bytes.size > MAX_RECEIVED_BYTES)
    return { ok: false, error: { code: 'invalid', reasons: [{ key: 'import.fileTooBig' }] } }
  const body = new FormData()
  body.set('details', JSON.stringify({ ...details, ...(fetched && { fetchedId: fetched.id }) }))
  if (!fetched) body.set('file', bytes, 'received')
  return postForm(path, body)
}

/** Sends a form to a route of ours. */
export async function postForm<T>(path: string, body: FormData): Promise<ActionResult<T>> {
  const response = await fetch(path, { method: 'POST', body })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: answer as T }
  return { ok: false, error: isError(answer) ? answer.error : UNKNOWN }
}
