import { EventEmitter } from 'node:events'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeGate } from './request-gate.mjs'

const LIMITS = { atOnce: 2, waiting: 2, patience: 1000, held: 5000, memory: 1 }

/** Some requests at a gate: what became of each, and how to end one. */
function asking(gate) {
  const responses = []
  const became = []
  return {
    became,
    ask: (address) => {
      const at = responses.push(new EventEmitter()) - 1
      became[at] = 'waits'
      gate(
        responses[at],
        () => (became[at] = 'begun'),
        () => (became[at] = 'refused'),
        address,
      )
    },
    end: (at) => responses[at].emit('close'),
    made: (at) => responses[at].emit('prefinish'),
  }
}

describe('the gate', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('so many at once, so many wait, the others are refused; who ends lets the next one in', () => {
    const { became, ask, end } = asking(makeGate(LIMITS))
    for (let at = 0; at < 5; at++) ask()
    expect(became).toEqual(['begun', 'begun', 'waits', 'waits', 'refused'])
    end(0)
    expect(became).toEqual(['begun', 'begun', 'begun', 'waits', 'refused'])
    end(0)
    expect(became[3]).toBe('waits')
  })

  test('nobody waits for ever, and who has gone is not waited with', () => {
    const { became, ask, end } = asking(makeGate(LIMITS))
    for (let at = 0; at < 4; at++) ask()
    end(2)
    ask()
    expect(became[4]).toBe('waits')
    vi.advanceTimersByTime(LIMITS.patience)
    expect(became).toEqual(['begun', 'begun', 'waits', 'refused', 'refused'])
    end(0)
    ask()
    expect(became[5]).toBe('begun')
  })

  test('a slow reader gives its place back', () => {
    const { became, ask, end } = asking(makeGate({ ...LIMITS, patience: 60_000 }))
    for (let at = 0; at < 3; at++) ask()
    vi.advanceTimersByTime(LIMITS.held)
    expect(became[2]).toBe('begun')
    end(0)
    end(1)
    for (let at = 0; at < 2; at++) ask()
    expect(became.slice(3)).toEqual(['begun', 'waits'])
  })

  test('a page that is made gives its place back, however long it is read', () => {
    const { became, ask, made, end } = asking(makeGate(LIMITS))
    for (let at = 0; at < 4; at++) ask()
    made(0)
    end(0)
    expect(became).toEqual(['begun', 'begun', 'begun', 'waits'])
  })

  test('one address never has all the places, and others pass it', () => {
    const { became, ask, end } = asking(makeGate({ ...LIMITS, atOnce: 4, waiting: 4 }))
    for (let at = 0; at < 6; at++) ask('192.0.2.7')
    expect(became).toEqual(['begun', 'begun', 'waits', 'waits', 'refused', 'refused'])
    ask('192.0.2.8')
    expect(became[6]).toBe('begun')
    end(0)
    expect(became[2]).toBe('begun')
    end(6)
    expect(became[3]).toBe('waits')
    // On this machine, or behind a proxy that nobody has named, an address is everybody.
    const here = asking(makeGate(LIMITS))
    for (let at = 0; at < 4; at++) here.ask('127.0.0.1')
    expect(here.became).toEqual(['begun', 'begun', 'waits', 'waits'])
  })

  test('all are refused while memory is nearly full', () => {
    const { became, ask } = asking(makeGate({ ...LIMITS, memory: 0 }))
    ask()
    expect(became).toEqual(['refused'])
  })
})

describe('a server behind the gate', () => {
  test('says 503 and when to come again, in the person’s language; files and health pass', async () => {
    const { createServer } = await import('node:http')
    const { gateRequests } = await import('./request-gate.mjs')
    gateRequests((_, __, refuse) => refuse())
    const server = createServer((_, response) => response.end('well'))
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address()
    const get = (path, headers = {}) =>
      new Promise((resolve, reject) => {
        request({ port, host: '127.0.0.1', path, headers }, async (response) => {
          let body = ''
          for await (const chunk of response) body += chunk
          resolve({ status: response.statusCode, headers: response.headers, body })
        })
          .on('error', reject)
          .end()
      })
    const page = await get('/articles', { accept: 'text/html', 'accept-language': 'en' })
    expect([page.status, page.headers['retry-after']]).toEqual([503, '3'])
    expect(page.body).toContain('Recoupe is very busy')
    const inFrench = await get('/api/v1/articles', { cookie: 'recoupe-locale=fr' })
    expect(JSON.parse(inFrench.body).error).toMatchObject({ code: 'unavailable' })
    expect(inFrench.body).toContain('sollicité')
    for (const path of ['/api/health', '/_next/static/a.js']) expect((await get(path)).body).toBe('well')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
