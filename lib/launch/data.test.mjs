import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptFiles } from './backup.mjs'
import { lockData, userOf } from './data-lock.mjs'
import { isUnguessable } from './secret-files.mjs'
import { checkSecrets, demoPasswords, ensureSessionSecret, keptIdentityKeys, newKey } from './secrets.mjs'

const secretVariables = [
  ...['NEXTAUTH_SECRET', 'NEXTAUTH_SECRET_OLD', 'RECOUPE_DEMO_PASSWORD'],
  ...['RECOUPE_IDENTITY_KEY', 'RECOUPE_IDENTITY_KEY_OLD'],
]
let folder
beforeEach(() => {
  for (const name of secretVariables) vi.stubEnv(name, '')
  folder = mkdtempSync(join(tmpdir(), 'recoupe-data-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})
const lockFile = () => join(folder, 'running')

test('a folder that another launcher uses is refused, and taken once that has gone without a word', async () => {
  const script = join(folder, 'lib', 'launch', 'stand-in.mjs')
  spawnSync('mkdir', ['-p', join(folder, 'lib', 'launch')])
  writeFileSync(script, 'process.stdout.write("up"); setInterval(() => {}, 1000)')
  const other = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  writeFileSync(lockFile(), String(other.pid))
  expect(userOf(folder)).toBe(other.pid)
  expect(() => lockData(folder)).toThrow(/alreadyRunning/)
  other.kill('SIGKILL')
  await once(other, 'exit')
  const release = lockData(folder)
  expect(readFileSync(lockFile(), 'utf8')).toBe(String(process.pid))
  release()
  expect(existsSync(lockFile())).toBe(false)
})

test('a process id that another program has now does not hold the folder', () => {
  writeFileSync(lockFile(), '1')
  expect(userOf(folder)).toBeUndefined()
  lockData(folder)()
})

test('secrets are made once, at random, and readable by their owner alone', () => {
  const secret = ensureSessionSecret(folder)
  expect(secret).toHaveLength(43)
  expect(ensureSessionSecret(folder)).toBe(secret)
  const { file, passwords } = demoPasswords(folder)
  expect(demoPasswords(folder).passwords).toEqual(passwords)
  expect(new Set(Object.values(passwords)).size).toBe(5)
  for (const password of Object.values(passwords)) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  for (const path of [file, join(folder, 'session-secret')]) expect(statSync(path).mode & 0o777).toBe(0o600)
  vi.stubEnv('RECOUPE_DEMO_PASSWORD', 'one for all of them')
  expect(new Set(Object.values(demoPasswords(folder).passwords))).toEqual(new Set(['one for all of them']))
  vi.stubEnv('RECOUPE_DEMO_PASSWORD', 'short')
  expect(() => demoPasswords(folder)).toThrow(/demoPasswordShort/)
})

test.each([
  [randomBytes(32).toString('base64'), true],
  [randomBytes(16).toString('hex'), true],
  [randomBytes(32).toString('base64url'), true],
  ['quatre mots sans rapport et un cinquième pour finir', true],
  ['x', false],
  ['x'.repeat(64), false],
  ['abcdefgh'.repeat(8), false],
  ['changeme'.repeat(4), false],
  ['0123456789abcdef0123456789abcdef0123456789abcdef', false],
  [randomBytes(12).toString('base64'), false],
])('%s cannot be guessed: %s', (secret, unguessable) => {
  expect(isUnguessable(secret)).toBe(unguessable)
})

test('a secret of the environment counts, and one that can be guessed is refused by its name', () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a'.repeat(40))
  expect(() => checkSecrets(folder)).toThrow(/secretWeak.*NEXTAUTH_SECRET/)
  vi.stubEnv('NEXTAUTH_SECRET', newKey())
  checkSecrets(folder)
  expect(existsSync(join(folder, 'session-secret'))).toBe(false)
  vi.stubEnv('NEXTAUTH_SECRET_OLD', 'x')
  expect(() => checkSecrets(folder)).toThrow(/secretWeak.*NEXTAUTH_SECRET_OLD/)
  vi.stubEnv('NEXTAUTH_SECRET_OLD', '')
  for (const name of ['RECOUPE_IDENTITY_KEY', 'RECOUPE_IDENTITY_KEY_OLD']) {
    vi.stubEnv('RECOUPE_IDENTITY_KEY', newKey())
    for (const wrong of ['short', 'A'.repeat(43), `${newKey()}!`]) {
      vi.stubEnv(name, wrong)
      expect(() => checkSecrets(folder)).toThrow(new RegExp(`identityKeyInvalid.*"${name}"`))
    }
    vi.stubEnv(name, '')
  }
})

test('the keys of identities are those of the environment or those of the files, the configured one first', () => {
  const [one, two, three] = [newKey(), newKey(), newKey()]
  expect(keptIdentityKeys(folder)).toMatchObject({ configured: false, keys: [] })
  writeFileSync(join(folder, 'identity-key'), one)
  writeFileSync(join(folder, 'identity-key-old'), `${two}\n${three}\n`)
  expect(keptIdentityKeys(folder)).toMatchObject({ configured: true, isGiven: false, keys: [one, two, three] })
  vi.stubEnv('RECOUPE_IDENTITY_KEY', three)
  expect(keptIdentityKeys(folder)).toMatchObject({ configured: true, isGiven: true, keys: [three] })
})

test('a secret that was replaced is forgotten once no session can be of it', () => {
  ensureSessionSecret(folder)
  const old = join(folder, 'session-secret-old')
  writeFileSync(old, newKey())
  ensureSessionSecret(folder)
  expect(existsSync(old)).toBe(true)
  const daysAgo = (days) => new Date(Date.now() - days * 86_400_000)
  utimesSync(old, daysAgo(29), daysAgo(29))
  ensureSessionSecret(folder)
  expect(existsSync(old)).toBe(true)
  const longAgo = daysAgo(31)
  utimesSync(old, longAgo, longAgo)
  ensureSessionSecret(folder)
  expect(existsSync(old)).toBe(false)
})

test('a backup holds every secret, earlier ones too', () => {
  const kept = ['session-secret', 'session-secret-old', 'identity-key', 'identity-key-old', 'demo-passwords.json']
  expect(keptFiles).toEqual(kept)
})
