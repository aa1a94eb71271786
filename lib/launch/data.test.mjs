import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptFiles } from './backup.mjs'
import { lockData, userOf } from './data-lock.mjs'
import { demoPasswords, identityKey, sessionSecret } from './secrets.mjs'

let folder
beforeEach(() => {
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
  vi.stubEnv('NEXTAUTH_SECRET', '')
  vi.stubEnv('RECOUPE_DEMO_PASSWORD', '')
  const secret = sessionSecret(folder)
  expect(secret).toHaveLength(43)
  expect(sessionSecret(folder)).toBe(secret)
  const { file, passwords } = demoPasswords(folder)
  expect(demoPasswords(folder).passwords).toEqual(passwords)
  expect(new Set(Object.values(passwords)).size).toBe(5)
  for (const password of Object.values(passwords)) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  for (const path of [file, join(folder, 'session-secret')]) expect(statSync(path).mode & 0o777).toBe(0o600)
  vi.stubEnv('RECOUPE_DEMO_PASSWORD', 'one for all')
  expect(new Set(Object.values(demoPasswords(folder).passwords))).toEqual(new Set(['one for all']))
})

test('the key of confidential identities is made once; one that is no key is refused', () => {
  vi.stubEnv('RECOUPE_IDENTITY_KEY', '')
  const key = identityKey(folder)
  expect(Buffer.from(key, 'base64url')).toHaveLength(32)
  expect(identityKey(folder)).toBe(key)
  const file = join(folder, 'identity-key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(keptFiles).toContain('identity-key')
  writeFileSync(file, 'not a key')
  expect(() => identityKey(folder)).toThrow(/identityKeyInvalid/)
  vi.stubEnv('RECOUPE_IDENTITY_KEY', key)
  expect(identityKey(folder)).toBe(key)
  vi.stubEnv('RECOUPE_IDENTITY_KEY', `${key}!`)
  expect(() => identityKey(folder)).toThrow(/RECOUPE_IDENTITY_KEY/)
})
