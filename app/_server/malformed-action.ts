// React's encoding of an action's input (react-server-dom, "reply"): JSON, in which a text that begins with "$" stands
// for something else; some of those name a part of the form by its number in hexadecimal.
const SPELLED_OUT = /^\$(?:[$DnNIu-]|undefined)/
const PART = /^\$[@FQWi]?([0-9a-f]+)$/

// Next reads no more of an action than a megabyte. No input of ours is nested in more than some ten levels, nor has a form so many fields.
const [MOST_BYTES, MOST_LEVELS, MOST_PARTS] = [1024 * 1024, 50, 500]

/** The texts in a value that JSON gave, each looked at once; null when it is nested deeper than any input. */
function textsIn(value: unknown): string[] | null {
  const texts: string[] = []
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return null
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each === 'string') texts.push(each)
      // Spread, many parts would fill the stack.
      else if (each && typeof each === 'object') for (const part of Object.values(each)) next.push(part)
    }
    level = next
  }
  return texts
}

/** True when this JSON could be an action's input, given which parts came with it. */
function isReply(json: FormDataEntryValue | null, hasPart: (number: string) => boolean): boolean {
  if (typeof json !== 'string') return false
  try {
    const texts = textsIn(JSON.parse(json))
    return (
      texts?.every((text) => {
        if (!text.startsWith('$') || SPELLED_OUT.test(text)) return true
        const number = PART.exec(text)?.[1]
        return !number || hasPart(String(Number.parseInt(number, 16)))
      }) ?? false
    )
  } catch {
    return false
  }
}

/** A copy of a request's body; null when it is longer than Next would read. */
async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.clone().body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > MOST_BYTES) return null
    chunks.push(read.value)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

/** The body as a form, or null where it is none. */
const formOf = (body: Uint8Array<ArrayBuffer>, type: string) =>
  new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)

/** Whether a POST comes from a page of another site, or says nothing readable of where it comes from. */
function isForeign({ headers }: Request): boolean {
  const origin = headers.get('origin')
  if (origin === null || origin === 'null') return false
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/**
 * True for a POST that no page of ours can have sent: Next would take it for an action, stumble over it and answer with a server error.
 * Reads a copy of the body.
 */
export async function isMalformedAction(request: Request): Promise<boolean> {
  if (request.method !== 'POST') return false
  const action = request.headers.get('next-action')
  if (action !== null && !/^[0-9a-f]{42}$/.test(action)) return true
  const type = request.headers.get('content-type') ?? ''
  const isForm = type.startsWith('multipart/form-data')
  if (action === null && !isForm) return false
  if (isForeign(request)) return true
  const body = await bodyOf(request)
  if (!body) return true
  if (!isForm) return !isReply(new TextDecoder().decode(body), () => false)
  const form = await formOf(body, type)
  if (!form || [...form.keys()].length > MOST_PARTS) return true
  return action !== null && !isReply(form.get('0'), (number) => form.has(number))
}
