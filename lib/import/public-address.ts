import ipaddr from 'ipaddr.js'
import type { Reason } from '@/lib/errors'

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is one of the public internet: no private, loopback, link-local, shared, multicast or reserved one, and none that
 * carries another within it (IPv4-mapped ones are judged by what they carry; 6to4, Teredo and NAT64 are refused).
 */
export function isPublicIp(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_IPV6) : true
}

const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|arpa)\.?$/i
const LONGEST = 2000

/** The host of an address without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80')

/** Whether whoever runs Recoupe has named this host and port, as `host:port`: then it may be where it likes. */
export const isNamedAllowed = (url: URL, allowed: readonly string[]): boolean =>
  allowed.includes(`${url.hostname.toLowerCase()}:${portOf(url)}`)

/** An address as somebody gave it: what is asked for is known to be http(s), of a public host as far as its name says, without credentials. */
export function readAddress(text: string, allowed: readonly string[] = []): { url: URL } | { reason: Reason } {
  const typed = text.trim()
  const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`
  if (typed === '' || full.length > LONGEST || !URL.canParse(full)) return { reason: { key: 'fetch.noAddress' } }
  const url = new URL(full)
  url.hash = ''
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { reason: { key: 'fetch.otherProtocol' } }
  if (url.username || url.password) return { reason: { key: 'fetch.credentials' } }
  if (isNamedAllowed(url, allowed)) return { url }
  if (!['80', '443'].includes(portOf(url))) return { reason: { key: 'fetch.otherPort' } }
  const host = hostOf(url)
  const isLocal = ipaddr.isValid(host) ? !isPublicIp(host) : !host.includes('.') || LOCAL_NAMES.test(host)
  return isLocal ? { reason: { key: 'fetch.notPublic' } } : { url }
}
