import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isMalformedPath, refuseMalformed, shortened, shortenLog } from './refuse-malformed.mjs'

test.each([
  ['/articles/%ED%A0%80', true],
  ['/%ff', true],
  ['/a%', true],
  ['/claims/%E0%A4%A/origins', true],
  ['/articles/%C3%A9t%C3%A9?q=%ED%A0%80', false],
  ['/articles?q=%', false],
  ['/a%2Fb', false],
  [undefined, false],
  ['*', true],
  ['http://[/', true],
  ['http://recoupe.example/articles', false],
])('%s is malformed: %s', (url, malformed) => expect(isMalformedPath(url)).toBe(malformed))

test('of a request that is its sender’s fault the log holds one line, of our own faults all', () => {
  const ours = new Error('boom')
  const theirs = new Error('Failed to find Server Action "x".\nRead more: …')
  expect(shortened(['⨯', theirs, ours])).toEqual(['⨯', 'Failed to find Server Action "x".', ours])
})

test('errors and warnings alike', () => {
  const written = []
  const { error, warn } = console
  Object.assign(console, { error: (...said) => written.push(said), warn: (...said) => written.push(said) })
  shortenLog()
  console.warn(new Error('Failed to find Server Action "x".\nRead more: …'))
  console.error(new Error('Failed to find Server Action "y".\nRead more: …'))
  Object.assign(console, { error, warn })
  expect(written).toEqual([['Failed to find Server Action "x".'], ['Failed to find Server Action "y".']])
})

let server
beforeAll(async () => {
  refuseMalformed()
  server = createServer((_, response) => response.end('page'))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

test('such a path is answered 400 before anything reads it', async () => {
  const { port } = server.address()
  const answers = await Promise.all(['/%ED%A0%80', '/articles'].map((path) => fetch(`http://127.0.0.1:${port}${path}`)))
  expect(answers.map(({ status }) => status)).toEqual([400, 200])
})
