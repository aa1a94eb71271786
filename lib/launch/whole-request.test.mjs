import { createServer, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeRequest } from './whole-request.mjs'

const limits = { each: 1000, all: 1500 }
let server
let seen

beforeEach(async () => {
  seen = []
  server = createServer((incoming, response) => {
    const refuse = () => {
      seen.push('refused')
      response.writeHead(503, { Connection: 'close' }).end()
    }
    const then = async (whole) => {
      const { method, url, headers } = whole
      seen.push('whole')
      let body = ''
      for await (const chunk of whole) body += chunk
      response.end(JSON.stringify({ method, url, type: headers['content-type'], body, isSame: whole === incoming }))
    }
    wholeRequest(incoming, then, refuse, limits)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** A POST whose body is sent piece by piece; `end` sends the last one. */
function post(headers = {}) {
  const { port } = server.address()
  const sending = request({ port, host: '127.0.0.1', path: '/x?y', method: 'POST', headers })
  const answer = new Promise((resolve, reject) => {
    sending.on('error', reject)
    sending.on('response', async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode, body })
    })
  })
  return { sending, answer }
}
const until = (isThere) => expect.poll(isThere, { timeout: 20_000 }).toBe(true)

describe('a request whose body is waited for', () => {
  test('comes whole, with all that it said, once the last piece is there', async () => {
    const { sending, answer } = post({ 'content-type': 'text/plain' })
    sending.write('one ')
    const other = post()
    other.sending.end('other')
    await other.answer
    expect(seen).toEqual(['whole'])
    sending.end('two')
    expect(JSON.parse((await answer).body)).toEqual({
      ...{ method: 'POST', url: '/x?y', type: 'text/plain', body: 'one two', isSame: false },
    })
  })

  test('one without a body, and one that says it is too long, goes on as it is', async () => {
    const { port } = server.address()
    const empty = await fetch(`http://127.0.0.1:${port}/x?y`)
    expect(await empty.json()).toMatchObject({ method: 'GET', isSame: true })
    const { sending, answer } = post({ 'content-length': 2000 })
    sending.end('x'.repeat(2000))
    expect(JSON.parse((await answer).body)).toMatchObject({ isSame: true })
  })

  test('what is longer than it said, or more than may be held at once, is refused, and leaves its room', async () => {
    const long = post()
    long.sending.write('x'.repeat(1001))
    expect((await long.answer).status).toBe(503)
    const [one, other] = [post(), post()]
    one.sending.write('x'.repeat(900))
    other.sending.write('x'.repeat(900))
    await until(() => seen.filter((each) => each === 'refused').length === 2)
    for (const { sending } of [one, other]) sending.on('error', () => null)
    one.sending.destroy()
    other.sending.destroy()
    await Promise.allSettled([one.answer, other.answer])
    const after = post()
    after.sending.end('x'.repeat(900))
    expect((await after.answer).status).toBe(200)
  })
})
