import { expect, test } from 'vitest'
import { honestHeaders, trustedProxies } from './trusted-proxies.mjs'

const believed = (proxies, peer, headers, scheme = 'http') => {
  const seen = { host: 'desk.example', ...headers }
  honestHeaders(seen, peer, { isTrusted: trustedProxies(proxies), scheme })
  return seen
}

test.each([
  ['nobody is named: the peer', '', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
  ['not even on the same machine', '', '127.0.0.1', '1.2.3.4', '127.0.0.1'],
  ['a list of forged hops', '', '203.0.113.9', '1.2.3.4, 5.6.7.8, 127.0.0.1', '203.0.113.9'],
  ['another than the named one', '10.0.0.1', '10.0.0.2', '1.2.3.4', '10.0.0.2'],
  ['the named one', '10.0.0.1', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['what the client has told the named one before', '10.0.0.1', '10.0.0.1', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
  ['a chain of named ones', '10.0.0.0/8', '10.0.0.1', '1.2.3.4, 198.51.100.7, 10.2.0.3', '198.51.100.7'],
  ['nothing but named ones', '10.0.0.0/8', '10.0.0.1', '10.3.0.1, 10.2.0.3', '10.3.0.1'],
  ['a named one that tells nothing', '10.0.0.1', '10.0.0.1', undefined, '10.0.0.1'],
  ['no addresses', '10.0.0.1', '10.0.0.1', 'unknown, <script>, 999.1.1.1', '10.0.0.1'],
  ['IPv4 in IPv6', '10.0.0.1', '::ffff:10.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
  ['IPv6', 'fd00::/8, 10.0.0.1', 'fd00::1', '2001:db8::5', '2001:db8::5'],
  ['a peer with a zone', '', 'fe80::1%eth0', '1.2.3.4', 'fe80::1'],
])('the address of a request, %s', (_, proxies, peer, said, address) => {
  const headers = said === undefined ? {} : { 'x-forwarded-for': said }
  expect(believed(proxies, peer, headers)['x-forwarded-for']).toBe(address)
})

test('every other header of forwarding is gone, host and scheme are nobody’s to claim', () => {
  const forged = {
    forwarded: 'for=1.2.3.4;host=evil.example',
    'x-real-ip': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    'cf-connecting-ip': '1.2.3.4',
  }
  expect(believed('10.0.0.1', '203.0.113.9', forged)).toEqual({
    host: 'desk.example',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
  })
  expect(
    believed('10.0.0.1', '10.0.0.1', { 'x-forwarded-host': 'desk.example', 'x-forwarded-proto': 'http' }, 'https'),
  ).toEqual({
    host: 'desk.example',
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-host': 'desk.example',
    'x-forwarded-proto': 'https',
  })
})

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.1/', '300.1.1.1', '10.0.0.1/8/8', 'fd00::/129'])(
  'a proxy named %s is refused in words',
  (entry) => {
    expect(() => trustedProxies(`10.0.0.1, ${entry}`)).toThrow(
      expect.objectContaining({ key: 'proxyInvalid', values: { entry } }),
    )
  },
)
