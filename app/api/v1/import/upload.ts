import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { fetchedPageId } from '@/lib/ids'
import { getFetchedBytes } from '@/lib/import/queries/fetched-page'
import { MAX_RECEIVED_BYTES } from '@/lib/import/schema'

// The file, and room for the fields beside it.
const MAX_BODY_BYTES = MAX_RECEIVED_BYTES + 256 * 1024

const nothing = () => new DomainError('invalid', [{ key: 'import.nothingReceived' }])

/** The form of a request, and the JSON of its `details`. Stops reading as soon as it is too much. */
export async function readForm(request: Request): Promise<{ form: FormData; details: unknown } | 'too-big'> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return 'too-big'
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) throw nothing()
  let received = 0
  // What the sender announces proves nothing, so the bytes are counted as they come.
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength
      if (received > MAX_BODY_BYTES) controller.error(new Error('The body is too long.'))
      else controller.enqueue(chunk)
    },
  })
  const body = request.body.pipeThrough(counted)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (received > MAX_BODY_BYTES) return 'too-big'
  if (!form) throw nothing()
  return { form, details: parsed(form.get('details')) }
}

/** The page that `details` names instead of a file. */
const fetchedPage = z.object({ fetchedId: fetchedPageId })

/** The bytes of `file`, or of the page that was fetched, and the JSON of `details`. */
export async function readUpload(
  ctx: Ctx,
  request: Request,
): Promise<{ bytes: Uint8Array; details: unknown } | 'too-big'> {
  const read = await readForm(request)
  if (read === 'too-big') return read
  const { data: fetched } = fetchedPage.safeParse(read.details)
  if (fetched) return { bytes: await getFetchedBytes(ctx, fetched.fetchedId), details: read.details }
  const file = read.form.get('file')
  if (!(file instanceof File)) throw nothing()
  if (file.size > MAX_RECEIVED_BYTES) return 'too-big'
  return { bytes: new Uint8Array(await file.arrayBuffer()), details: read.details }
}

function parsed(json: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof json === 'string' ? json : '')
  } catch {
    throw nothing()
  }
}
