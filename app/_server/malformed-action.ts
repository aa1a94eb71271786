// React's encoding of an action's input (react-server-dom, "reply"): JSON, in which a text that begins with "$" stands
// for something else; some of those name a part of the form by its number in hexadecimal.
const SPELLED_OUT = /^\$(?:[$DnNIu-]|undefined)/
const PART = /^\$[@FQWi]?([0-9a-f]+)$/

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value && typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part)
}

/** True when this JSON could be an action's input, given which parts came with it. */
function isReply(json: FormDataEntryValue | null, hasPart: (number: string) => boolean): boolean {
  if (typeof json !== 'string') return false
  try {
    for (const text of textsIn(JSON.parse(json))) {
      if (!text.startsWith('$') || SPELLED_OUT.test(text)) continue
      const number = PART.exec(text)?.[1]
      if (number && !hasPart(String(Number.parseInt(number, 16)))) return false
    }
    return true
  } catch {
    return false
  }
}

/** The body of a form, or null where it is none. */
const formOf = (request: Request) =>
  request
    .clone()
    .formData()
    .catch(() => null)

/**
 * True for a POST that no page of ours can have sent: Next would take it for an action, stumble over it and answer with a server error.
 * Reads a copy of the body.
 */
export async function isMalformedAction(request: Request): Promise<boolean> {
  if (request.method !== 'POST') return false
  const action = request.headers.get('next-action')
  if (action !== null && !/^[0-9a-f]{42}$/.test(action)) return true
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  if (!isForm) return action !== null && !isReply(await request.clone().text(), () => false)
  const form = await formOf(request)
  if (!form) return true
  return action !== null && !isReply(form.get('0'), (number) => form.has(number))
}
