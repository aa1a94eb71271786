import { expect, test } from '../fixtures'

// What no page of ours sends is answered with a client's error, never with a server's.

test.use({ allowed: [/status of 400/] })

const PATHS = [
  '/articles/%ED%A0%80',
  '/%ED%A0%80',
  '/articles/%ff',
  '/invitation/%ED%A0%80',
  '/claims/%E0%A4%A/origins',
  '/api/auth/%ED%A0%80',
  '/api/v1/articles/%ED%A0%80/text',
  '/api/v1/articles/%ED%A0%80/report?format=csv',
  '/_next/static/%ED%A0%80',
]

test('addresses that are no text', async ({ as }) => {
  const editor = await as('editor')
  for (const path of PATHS) expect((await editor.request.get(path)).status(), path).toBe(400)
  expect((await editor.request.get('/articles?q=%ED%A0%80')).status()).toBe(200)
})

const ID = `40${'0'.repeat(40)}`
const TEXT = { 'content-type': 'text/plain;charset=UTF-8' }
const FORM = { 'content-type': 'multipart/form-data; boundary=x' }
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`

const ACTIONS: [string, Record<string, string>, string][] = [
  ['an id that is none', { 'next-action': 'x', ...TEXT }, '[]'],
  ['an id too short', { 'next-action': 'abcdef', ...TEXT }, '[]'],
  ['no body', { 'next-action': ID, ...TEXT }, ''],
  ['half a JSON', { 'next-action': ID, ...TEXT }, '[1,2'],
  ['a part that is not there', { 'next-action': ID, ...TEXT }, '["$F99"]'],
  [
    'nested deeper than any input',
    { 'next-action': ID, ...TEXT },
    `${'['.repeat(500)}"a"${',"a"'.repeat(500)}${']'.repeat(500)}`,
  ],
  ['longer than Next reads', { 'next-action': ID, ...TEXT }, JSON.stringify(['a'.repeat(1024 * 1024)])],
  ['another site’s page', { 'next-action': ID, ...TEXT, origin: 'https://elsewhere.example' }, '[]'],
  ['an origin that is no address', { 'next-action': ID, ...TEXT, origin: 'nonsense' }, '[]'],
  [
    'more parts than any form',
    { 'next-action': ID, ...FORM },
    `${Array.from({ length: 600 }, (_, at) => part(String(at), '[]').replace('--x--\r\n', '')).join('')}--x--\r\n`,
  ],
  ['a promise of nothing', { 'next-action': ID, ...TEXT }, '["$@7"]'],
  ['a form that is none', { 'next-action': ID, ...FORM }, 'garbage'],
  ['a form without its beginning', { 'next-action': ID, ...FORM }, part('zz', '[]')],
  ['a form with half a JSON', { 'next-action': ID, ...FORM }, part('0', '[')],
  ['a form that is none, without an id', FORM, 'garbage'],
]

test('actions that no page sends', async ({ as, baseURL }) => {
  const editor = await as('editor')
  for (const [name, headers, data] of ACTIONS) {
    const answer = await editor.request.post('/articles', { headers: { origin: baseURL ?? '', ...headers }, data })
    expect(answer.status(), name).toBe(400)
  }
})

const AUTH = [
  '/api/auth/error?error=%E2%80%AE',
  '/api/auth/error?error=%00',
  '/api/auth/signin?callbackUrl=%00',
  '/api/auth/session?callbackUrl=%00',
  '/api/auth/callback/credentials',
  '/api/auth/nothing',
]

test('next-auth answers what programs ask of it, and stumbles over nothing else', async ({ visitor }) => {
  const { request: anybody } = await visitor()
  for (const path of AUTH) expect((await anybody.get(path, { maxRedirects: 0 })).status(), path).toBeLessThan(500)
  expect((await anybody.get('/api/auth/csrf')).status()).toBe(200)
  expect((await anybody.post('/api/auth/_log', { data: {} })).status()).toBe(404)
})
