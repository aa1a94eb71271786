import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { DomainError } from '@/lib/errors'
import { hostOf, isNamedAllowed, isPublicIp } from '@/lib/import/public-address'

/** How a host's addresses are found. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>

export type Fetching = {
  resolve: Resolve
  /** `host:port` that may be anywhere. */
  allowed: readonly string[]
  /** Aborted when the time for all of it is over. */
  signal: AbortSignal
}

export type PageAnswer = { status: number; headers: http.IncomingHttpHeaders; bytes: Uint8Array }

const refuse = (key: string, values: Record<string, string | number> = {}): DomainError =>
  new DomainError('refused', [{ key, values }])

/** The one address that is connected to: every address of the host has been looked at, and what is resolved later plays no part. */
async function checkedAddress(url: URL, { resolve, allowed, signal }: Fetching) {
  const isAborted = new Promise<never>((_, reject) => {
    const late = () => reject(refuse('fetch.tooSlow'))
    if (signal.aborted) late()
    signal.addEventListener('abort', late, { once: true })
  })
  const found = await Promise.race([resolve(hostOf(url)).catch(() => []), isAborted])
  const [first] = found
  if (!first) throw refuse('fetch.unknownHost', { host: url.hostname })
  const isFree = isNamedAllowed(url, allowed)
  if (!isFree && !found.every(({ address }) => isPublicIp(address))) throw refuse('fetch.notPublic')
  return { ...first, isFree }
}

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate }
const isEncoded = (name: string): name is keyof typeof DECODERS => Object.hasOwn(DECODERS, name)

/** The whole body, unpacked, of `most` bytes at most either way. */
function bodyOf(response: http.IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase()
    if (encoding !== 'identity' && !isEncoded(encoding)) return reject(refuse('fetch.broken'))
    const decoder = isEncoded(encoding) ? DECODERS[encoding]() : null
    const chunks: Buffer[] = []
    let [raw, size] = [0, 0]
    const fail = (error: DomainError) => {
      reject(error)
      response.destroy()
      decoder?.destroy()
    }
    response.on('data', (chunk: Buffer) => {
      raw += chunk.length
      if (raw > most) fail(refuse('fetch.tooBig'))
    })
    // Also where less comes than was said, or the other end hangs up.
    response.on('aborted', () => fail(refuse('fetch.broken')))
    response.on('error', () => fail(refuse('fetch.broken')))
    decoder?.on('error', () => fail(refuse('fetch.broken')))
    const body = decoder ? response.pipe(decoder) : response
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > most) fail(refuse('fetch.tooBig'))
      else chunks.push(chunk)
    })
    body.on('end', () =>
      response.complete ? resolve(Uint8Array.from(Buffer.concat(chunks))) : fail(refuse('fetch.broken')),
    )
  })
}

const HEADERS = {
  'User-Agent': 'Recoupe (a person asked for this one page, to check it)',
  Accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'fr, en;q=0.8, *;q=0.5',
}

/**
 * Asks for one address, once: no redirect is followed. The connection goes to the very address that was looked at. Throws `refused` for
 * what is not public, too big (`most` bytes), too slow or broken.
 */
export async function askOnce(url: URL, most: number, fetching: Fetching): Promise<PageAnswer> {
  const { address, family, isFree } = await checkedAddress(url, fetching)
  const pinned: LookupFunction = (_, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      if (fetching.signal.aborted) reject(refuse('fetch.tooSlow'))
      else reject(error instanceof DomainError ? error : refuse('fetch.unreachable', { host: url.hostname }))
    }
    const asking = request(
      url,
      // No agent: no connection of an earlier request, to wherever it went, is used again.
      { lookup: pinned, family, agent: false, headers: HEADERS, signal: fetching.signal, maxHeaderSize: 32_768 },
      (response) => {
        const { statusCode: status = 0, headers } = response
        const isPage = status >= 200 && status < 300
        if (!isPage) {
          response.destroy()
          return resolve({ status, headers, bytes: new Uint8Array() })
        }
        bodyOf(response, most).then((bytes) => resolve({ status, headers, bytes }), fail)
      },
    )
    asking.on('socket', (socket) =>
      socket.once('connect', () => {
        // What was asked for is where we are: looked at once more, from this end.
        if (!isFree && !isPublicIp(socket.remoteAddress ?? '')) asking.destroy(refuse('fetch.notPublic'))
      }),
    )
    asking.on('error', fail)
    asking.end()
  })
}
