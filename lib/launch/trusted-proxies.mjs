import { BlockList, isIP } from 'node:net'
import { LaunchError } from './launch-error.mjs'

const family = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An address as it is compared and counted: an IPv4 address that arrives in IPv6's clothes is that IPv4 address, and a zone is no part of it. */
export function bareAddress(address) {
  const text = String(address ?? '').replace(/%.*$/, '')
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text
}

/**
 * The proxies named in RECOUPE_TRUSTED_PROXIES (addresses and CIDR ranges, with commas or spaces between them) as a test of an address.
 * LaunchError for what is neither.
 */
export function trustedProxies(text = '') {
  const list = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, more] = entry.split('/')
    const longest = isIP(address) === 6 ? 128 : 32
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
    if (!isIP(address) || !isRange || more !== undefined) throw new LaunchError('proxyInvalid', { entry })
    if (bits === undefined) list.addAddress(bareAddress(address), family(bareAddress(address)))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return (address) => isIP(address) !== 0 && list.check(address, family(address))
}

const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/

/**
 * The forwarding headers of a request, as they may be believed: the address is that of the nearest machine that is no proxy of ours,
 * the host is what a named proxy says, and the scheme is that of the public address. All others are gone.
 */
export function honestHeaders(headers, peer, { isTrusted, scheme }) {
  const nearest = bareAddress(peer)
  const fromProxy = isTrusted(nearest)
  const said = fromProxy ? String(headers['x-forwarded-for'] ?? '').split(',') : []
  const hops = said.map((each) => bareAddress(each.trim())).filter((each) => isIP(each))
  const address = hops.findLast((each) => !isTrusted(each)) ?? hops[0] ?? nearest
  const host = fromProxy
    ? String(headers['x-forwarded-host'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  for (const name of Object.keys(headers)) if (FORWARDED.test(name)) delete headers[name]
  headers['x-forwarded-for'] = address
  headers['x-forwarded-proto'] = scheme
  if (host) headers['x-forwarded-host'] = host
}
