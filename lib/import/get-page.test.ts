import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getPage } from '@/lib/import/commands/fetching/get-page'
import { isPublicIp, readAddress } from '@/lib/import/public-address'
import { isAllowedByRobots } from '@/lib/import/robots'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let port = 0
let asked: string[] = []
let handlers: Record<string, Handler> = {}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const handler = handlers[request.url ?? '']
    if (handler) return handler(request, response)
    response.writeHead(404)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  handlers = {}
})

const page: Handler = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end('<html><body><h1>Un pont</h1><p>Le pont est coupé.</p></body></html>')
}
const leadTo =
  (location: string): Handler =>
  (_, response) => {
    response.writeHead(302, { Location: location })
    response.end()
  }
const here = (path = '/') => `http://127.0.0.1:${port}${path}`
const allowed = () => [`127.0.0.1:${port}`]
const fetched = (path: string, more: object = {}) => getPage(here(path), { allowed: allowed(), ...more })
const refusal = (key: string) => ({ code: 'refused', reasons: [{ key }] })
describe('which addresses are public', () => {
  test.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ],
    ...[
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.7',
      '203.0.113.9',
      '192.0.0.8',
    ],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::127.0.0.1',
    ],
    ...[
      '2002:7f00:1::',
      '64:ff9b::7f00:1',
      '64:ff9b:1::7f00:1',
      '2001:0:7f00:1::',
      '2001:db8::1',
      'fec0::1',
      'nonsense',
      '',
    ],
  ])('%s is none', (address) => expect(isPublicIp(address)).toBe(false))

  test.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    '%s is one',
    (address) => expect(isPublicIp(address)).toBe(true),
  )

  test.each([
    ['fetch.noAddress', ['', 'http://', 'un texte', `https://exemple.org/${'a'.repeat(3000)}`]],
    ['fetch.otherProtocol', ['ftp://exemple.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x']],
    ['fetch.credentials', ['https://moi:secret@exemple.org/', 'https://moi@exemple.org/']],
    ['fetch.otherPort', ['http://exemple.org:8080/', 'https://exemple.org:22/', 'exemple.org:5432/x']],
    [
      'fetch.notPublic',
      [
        ...[
          'http://localhost/',
          'http://localhost./',
          'http://a.localhost/',
          'http://127.0.0.1/',
          'http://2130706433/',
        ],
        ...[
          'http://0177.0.0.1/',
          'http://0x7f.1/',
          'http://127.1/',
          'http://[::1]/',
          'http://[::ffff:7f00:1]/',
          'intranet',
        ],
        ...[
          'http://169.254.169.254/latest/meta-data/',
          'http://metadata.google.internal/',
          'http://imprimante.local/',
          'http://0/',
        ],
      ],
    ],
  ])('%s is said of what cannot be asked for', (key, addresses) => {
    for (const address of addresses) expect(readAddress(address), address).toMatchObject({ reason: { key } })
  })

  test('what is written without http is asked for by https; a named place may be anywhere', () => {
    expect(readAddress(' exemple.org/a#b ')).toEqual({ url: new URL('https://exemple.org/a') })
    expect(readAddress('http://10.0.0.1:8080/a', ['10.0.0.1:8080'])).toEqual({ url: new URL('http://10.0.0.1:8080/a') })
    expect(readAddress('http://10.0.0.1:8081/a', ['10.0.0.1:8080'])).toMatchObject({ reason: {} })
  })
})

describe('fetching', () => {
  test('brings the bytes and where they were in the end', async () => {
    handlers = { '/a': leadTo('/b'), '/b': leadTo(here('/c')), '/c': page }
    const found = await fetched('/a')
    expect(found).toMatchObject({ address: here('/c'), encoding: null, notes: [] })
    expect(new TextDecoder().decode(found.bytes)).toContain('Le pont est coupé.')
  })

  test('does not follow to what is not public, by address or by name', async () => {
    handlers = {
      '/a': leadTo('http://127.0.0.1/admin'),
      '/b': leadTo('http://169.254.169.254/'),
      '/c': leadTo('file:///etc/passwd'),
    }
    await expect(fetched('/a')).rejects.toMatchObject(refusal('fetch.notPublic'))
    await expect(fetched('/b')).rejects.toMatchObject({ reasons: [{ key: 'fetch.notPublic' }] })
    await expect(fetched('/c')).rejects.toMatchObject({ reasons: [{ key: 'fetch.otherProtocol' }] })
    const inside = async () => [{ address: '10.0.0.5', family: 4 }]
    await expect(getPage('http://exemple.org/', { resolve: inside, allowed: [] })).rejects.toMatchObject(
      refusal('fetch.notPublic'),
    )
  })

  test('refuses a name of which one address is public and another is not', async () => {
    const both = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    await expect(getPage('http://exemple.org/', { resolve: both, allowed: [] })).rejects.toMatchObject(
      refusal('fetch.notPublic'),
    )
  })

  test('goes where it looked, though the name leads elsewhere a moment later', async () => {
    handlers = { '/a': page }
    let times = 0
    // Looked up for robots.txt and for the page, once each; whoever looked it up again to connect would be led away.
    const resolve = async () => [{ address: ++times > 2 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
    const found = await getPage(`http://exemple.test:${port}/a`, { resolve, allowed: [`exemple.test:${port}`] })
    expect([found.address, times]).toEqual([`http://exemple.test:${port}/a`, 2])
    const rebound = async () => [{ address: ++times > 3 ? '127.0.0.1' : '93.184.216.34', family: 4 }]
    times = 3
    await expect(getPage('http://exemple.test/a', { resolve: rebound, allowed: [] })).rejects.toMatchObject(
      refusal('fetch.notPublic'),
    )
  })

  test('gives up on circles of redirects, and on a redirect to nowhere', async () => {
    handlers = { '/a': leadTo('/b'), '/b': leadTo('/a'), '/c': leadTo('http://') }
    await expect(fetched('/a')).rejects.toMatchObject(refusal('fetch.tooManyRedirects'))
    await expect(fetched('/c')).rejects.toMatchObject(refusal('fetch.broken'))
  })

  test('stops at its limit: an endless body, a bomb that unpacks to more, a length that is a lie', async () => {
    handlers = {
      '/endless': (_, response) => {
        const more = () => {
          while (response.writable && response.write('x'.repeat(1000)));
        }
        response.on('drain', more)
        more()
      },
      '/bomb': (_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' })
        response.end(gzipSync(Buffer.alloc(5_000_000)))
      },
      '/short': (_, response) => {
        response.writeHead(200, { 'Content-Length': '5000' })
        response.write('trop peu')
        setImmediate(() => response.destroy())
      },
      '/garbled': (_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' })
        response.end('no gzip at all')
      },
      '/odd': (_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'rot13' })
        response.end('x')
      },
    }
    await expect(fetched('/endless', { most: 100_000 })).rejects.toMatchObject(refusal('fetch.tooBig'))
    await expect(fetched('/bomb', { most: 100_000 })).rejects.toMatchObject(refusal('fetch.tooBig'))
    for (const path of ['/short', '/garbled', '/odd'])
      await expect(fetched(path), path).rejects.toMatchObject(refusal('fetch.broken'))
  })

  test('does not wait for ever: for a slow body, for headers that never come, for a name', async () => {
    handlers = {
      '/drip': (_, response) => {
        response.write('x')
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(timer))
      },
      '/silent': () => {},
    }
    for (const path of ['/drip', '/silent'])
      await expect(fetched(path, { patience: 300 }), path).rejects.toMatchObject(refusal('fetch.tooSlow'))
    const never = () => new Promise<never>(() => {})
    await expect(getPage('http://exemple.org/', { resolve: never, allowed: [], patience: 100 })).rejects.toMatchObject(
      refusal('fetch.tooSlow'),
    )
  })

  test.each([
    ...[[401, 'fetch.closed'] as const, [402, 'fetch.closed'] as const, [403, 'fetch.closed'] as const],
    ...[[404, 'fetch.gone'] as const, [410, 'fetch.gone'] as const, [304, 'fetch.siteTrouble'] as const],
    ...[[429, 'fetch.siteTrouble'] as const, [500, 'fetch.siteTrouble'] as const, [204, 'fetch.siteTrouble'] as const],
  ])('says what the answer %i means', async (status, key) => {
    handlers = {
      '/a': (_, response) => {
        response.writeHead(status)
        response.end()
      },
    }
    await expect(fetched('/a')).rejects.toMatchObject({ reasons: [{ key, values: { status } }] })
  })

  test('unpacks what is packed, and reads the charset of the header where the bytes do not say otherwise', async () => {
    const send =
      (type: string, body: Buffer, headers = {}): Handler =>
      (_, response) => {
        response.writeHead(200, { 'Content-Type': type, ...headers })
        response.end(body)
      }
    const koi = Buffer.from([0xf0, 0xd2, 0xc5, 0xda, 0xc9, 0xc4, 0xc5, 0xce, 0xd4])
    handlers = {
      '/koi': send('text/html; charset="KOI8-R"', koi),
      '/latin': send('text/html;charset=iso-8859-1', Buffer.from('été', 'latin1')),
      '/lie': send('text/html; charset=iso-8859-1', Buffer.from('été')),
      '/unknown': send('text/html; charset=klingon', Buffer.from('été', 'latin1')),
      '/packed': send('text/html', gzipSync('Le pont'), { 'Content-Encoding': 'gzip' }),
    }
    expect((await fetched('/koi')).encoding).toBe('koi8-r')
    expect((await fetched('/latin')).encoding).toBe('windows-1252')
    expect((await fetched('/lie')).encoding).toBeNull()
    expect((await fetched('/unknown')).encoding).toBeNull()
    expect(new TextDecoder().decode((await fetched('/packed')).bytes)).toBe('Le pont')
  })

  test('says that a page is not free, by its own words', async () => {
    handlers = {
      '/a': (_, response) => {
        response.end(
          '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": "False"}</script><p>Le début.</p>',
        )
      },
    }
    expect((await fetched('/a')).notes).toEqual([{ key: 'fetch.paywall' }])
  })
})

describe('robots.txt', () => {
  const robots =
    (text: string, status = 200): Handler =>
    (_, response) => {
      response.writeHead(status)
      response.end(text)
    }

  test('is heeded before the page is asked for, also where a redirect leads', async () => {
    handlers = {
      '/robots.txt': robots('User-agent: *\nDisallow: /ferme'),
      '/ferme': page,
      '/a': leadTo('/ferme'),
      '/libre': page,
    }
    await expect(fetched('/ferme')).rejects.toMatchObject({
      reasons: [{ key: 'fetch.robots', values: { host: '127.0.0.1' } }],
    })
    await expect(fetched('/a')).rejects.toMatchObject({ reasons: [{ key: 'fetch.robots' }] })
    expect(asked.filter((path) => path === '/ferme')).toEqual([])
    expect((await fetched('/libre')).address).toBe(here('/libre'))
  })

  test('that cannot be given forbids all; one that is not there nothing', async () => {
    handlers = { '/robots.txt': robots('', 503), '/a': page }
    await expect(fetched('/a')).rejects.toMatchObject(refusal('fetch.robotsUnknown'))
    handlers = { '/a': page }
    expect((await fetched('/a')).address).toBe(here('/a'))
  })

  test('speaks to Recoupe by its name', () => {
    const text = 'User-agent: Recoupe\nDisallow: /\n\nUser-agent: *\nDisallow: /admin'
    const at = (path: string, rules = text) =>
      isAllowedByRobots('https://exemple.org/robots.txt', rules, `https://exemple.org${path}`)
    expect([
      at('/a'),
      at('/a', text.replace('Recoupe', 'Autre')),
      at('/admin', text.replace('Recoupe', 'Autre')),
    ]).toEqual([...[false, true, false]])
  })
})
