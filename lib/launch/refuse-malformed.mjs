import { Server } from 'node:http'

/** True when the address of a request is none, or its path cannot be decoded: percent signs that are no bytes, or bytes that are no UTF-8. */
export function isMalformedPath(url = '/') {
  if (!url.startsWith('/') && !URL.canParse(url)) return true
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0])
    return false
  } catch {
    return true
  }
}

// What Next says, with a stack, of requests that no page of this version has sent: neither somebody's probing nor an open tab after an
// upgrade must fill the log.
const SENDERS_FAULT =
  /^(Failed to find Server Action|The Server Reference ID did not match|Invalid Server Actions request|Failed to parse body as FormData|Unexpected end of form)/

/** What the log says of it: of a request that is its sender's fault one line, of everything else all there is. */
export const shortened = (said) =>
  said.map((part) => (part instanceof Error && SENDERS_FAULT.test(part.message) ? part.message.split('\n')[0] : part))

/** Errors and warnings go to the log so from now on. */
export function shortenLog() {
  for (const level of ['error', 'warn']) {
    const say = console[level]
    console[level] = (...said) => say.apply(console, shortened(said))
  }
}

/** Loaded into the web server before anything else: a path that Next would stumble over with a 500 is answered 400. */
export function refuseMalformed() {
  const { emit } = Server.prototype
  Server.prototype.emit = function (event, ...values) {
    if (event !== 'request' || !isMalformedPath(values[0].url)) return emit.call(this, event, ...values)
    const [, response] = values
    response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
    response.end('400\n')
    return true
  }
  shortenLog()
}

if (process.env.RECOUPE_WEB_SERVER === '1') refuseMalformed()
