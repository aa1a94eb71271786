import { lookup } from 'node:dns/promises'
import { fetchAllowed } from '@/lib/env'
import { DomainError, type Reason } from '@/lib/errors'
import { askOnce, type Fetching, type PageAnswer, type Resolve } from '@/lib/import/commands/fetching/ask-once'
import type { Encoding } from '@/lib/import/encodings'
import { encodingOfHeader, saysPaywall } from '@/lib/import/page-signs'
import { readAddress } from '@/lib/import/public-address'
import { isAllowedByRobots } from '@/lib/import/robots'
import { MAX_RECEIVED_BYTES } from '@/lib/import/schema'
import { runApart, task } from '@/lib/threads/run-apart'

const robots = task('lib/import/robots', 'isAllowedByRobots', isAllowedByRobots)

const MOST_REDIRECTS = 5
/** For all of it, in milliseconds. */
const PATIENCE = 20_000
const MOST_ROBOTS = 500_000

const refuse = (key: string, values: Record<string, string | number> = {}): DomainError =>
  new DomainError('refused', [{ key, values }])

/** A page as it came: what was asked for, where it was in the end, and what is to be known of it. */
export type Page = { address: string; bytes: Uint8Array; encoding: Encoding | null; notes: Reason[] }

/** What a site's answer without a page means. */
function refusalOf(status: number): DomainError {
  if (status === 401 || status === 402 || status === 403 || status === 451) return refuse('fetch.closed', { status })
  if (status === 404 || status === 410) return refuse('fetch.gone', { status })
  return refuse('fetch.siteTrouble', { status })
}

const isRedirect = ({ status, headers }: PageAnswer) => [301, 302, 303, 307, 308].includes(status) && headers.location

function addressOrThrow(text: string, { allowed }: Fetching): URL {
  const read = readAddress(text, allowed)
  if ('reason' in read) throw new DomainError('refused', [{ ...read.reason, path: 'address' }])
  return read.url
}

/** Follows redirects, each looked at like the first address; `onHop` before each page is asked for. */
async function follow(
  from: URL,
  most: number,
  fetching: Fetching,
  onHop: (url: URL) => Promise<void> = async () => {},
) {
  let url = from
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    await onHop(url)
    const answer = await askOnce(url, most, fetching)
    if (!isRedirect(answer)) return { url, answer }
    const next = answer.headers.location ?? ''
    if (!URL.canParse(next, url)) throw refuse('fetch.broken')
    url = addressOrThrow(new URL(next, url).href, fetching)
  }
  throw refuse('fetch.tooManyRedirects')
}

/** Throws where a site does not want its page to be fetched; a site without robots.txt does not mind. */
async function askRobots(url: URL, fetching: Fetching): Promise<void> {
  const robotsUrl = new URL('/robots.txt', url)
  const { answer } = await follow(robotsUrl, MOST_ROBOTS, fetching).catch((error: unknown) => {
    if (error instanceof DomainError && error.reasons[0]?.key === 'fetch.tooManyRedirects') return { answer: null }
    throw error
  })
  // As RFC 9309 has it: what is not there forbids nothing, what fails forbids all.
  if (!answer || (answer.status >= 400 && answer.status < 500)) return
  if (answer.status !== 200) throw refuse('fetch.robotsUnknown', { status: answer.status })
  const text = new TextDecoder().decode(answer.bytes)
  const isAllowed = await runApart(robots, [robotsUrl.href, text, url.href], { size: text.length })
  if (!isAllowed) throw refuse('fetch.robots', { host: url.hostname })
}

const resolveAll: Resolve = (host) => lookup(host, { all: true })

/**
 * Fetches a page of the public internet, as somebody asked for it: http(s), within ten megabytes and twenty seconds, its site's robots.txt
 * willing. Every address on the way is looked at after it was resolved, and connected to as it was looked at. Throws `refused`, with why.
 */
export async function getPage(
  text: string,
  { resolve = resolveAll, allowed = fetchAllowed(), patience = PATIENCE, most = MAX_RECEIVED_BYTES } = {},
): Promise<Page> {
  const fetching: Fetching = { resolve, allowed, signal: AbortSignal.timeout(patience) }
  const onHop = (url: URL) => askRobots(url, fetching)
  const { url, answer } = await follow(addressOrThrow(text, fetching), most, fetching, onHop)
  if (answer.status !== 200 && answer.status !== 203) throw refusalOf(answer.status)
  const { bytes, headers } = answer
  return {
    ...{ address: url.href, bytes, encoding: encodingOfHeader(headers['content-type'] ?? '', bytes) },
    notes: saysPaywall(bytes) ? [{ key: 'fetch.paywall' }] : [],
  }
}
