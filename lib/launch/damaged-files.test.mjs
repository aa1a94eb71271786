import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { publicAddress } from './address.mjs'
import { databaseFolder } from './data-folder.mjs'
import { lockData } from './data-lock.mjs'
import { databasePassword } from './database-password.mjs'
import { makeDraft, sweepDraft } from './drafts.mjs'
import { beginRestoring, refuseHalfRestored } from './half-restored.mjs'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'
import { checkSecrets, demoPasswords, newKey } from './secrets.mjs'

let folder
let said
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recoupe-damaged-'))
  for (const name of ['NEXTAUTH_SECRET', 'NEXTAUTH_SECRET_OLD', 'RECOUPE_IDENTITY_KEY', 'RECOUPE_IDENTITY_KEY_OLD'])
    vi.stubEnv(name, '')
  vi.stubEnv('RECOUPE_DEMO_PASSWORD', '')
  said = vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
const spoken = () => said.mock.calls.flat().join('\n')

const good = {
  'session-secret': newKey(),
  'session-secret-old': newKey(),
  'identity-key': newKey(),
  'identity-key-old': `${newKey()}\n${newKey()}\n`,
  'demo-passwords.json': '{"admin@recoupe.example":"abcd-efgh-jkmn-pqrs"}\n',
  'postgres-folder': `${tmpdir()}\n`,
  running: '999999999',
  password: newKey().slice(0, 24),
}
const damages = {
  missing: (file) => rmSync(file),
  empty: (file) => writeFileSync(file, ''),
  'one letter': (file) => writeFileSync(file, 'x'),
  'binary garbage': (file) => writeFileSync(file, Buffer.from([0, 255, 254, 7, 0, 200, 13, 10])),
  'a NUL within': (file) => writeFileSync(file, `${good[file.split('/').at(-1)].trim()}\0`),
  'UTF-16': (file) => writeFileSync(file, Buffer.from(`\ufeff${good[file.split('/').at(-1)]}`, 'utf16le')),
  'a folder in its place': (file) => {
    rmSync(file)
    mkdirSync(file)
  },
  // Not damaged, only written by an editor of another system.
  'a byte order mark and CRLF': (file) => writeFileSync(file, `\ufeff${good[file.split('/').at(-1)].trim()}\r\n`),
}
const reads = {
  'session-secret': () => checkSecrets(folder),
  'session-secret-old': () => checkSecrets(folder),
  'identity-key': () => checkSecrets(folder),
  'identity-key-old': () => checkSecrets(folder),
  'demo-passwords.json': () => demoPasswords(folder),
  'postgres-folder': () => databaseFolder(folder),
  running: () => lockData(folder)(),
  password: () => databasePassword(folder),
}

// What becomes of each: a sentence that refuses, a sentence that tells of a new one, or nothing to be said.
const becomes = {
  'session-secret': {
    missing: 'sessionSecretRemade',
    'a folder in its place': 'keptNotFile',
    'a byte order mark and CRLF': null,
    else: 'sessionSecretDamaged',
  },
  // It only shortens what is left of earlier sessions.
  'session-secret-old': { 'a folder in its place': 'keptNotFile', else: null },
  'identity-key': {
    // The database decides, which these tests do not ask.
    missing: null,
    'a folder in its place': 'keptNotFile',
    'a byte order mark and CRLF': null,
    else: 'identityKeyInvalid',
  },
  'identity-key-old': {
    missing: null,
    'a folder in its place': 'keptNotFile',
    'a byte order mark and CRLF': null,
    else: 'identityKeyInvalid',
  },
  'demo-passwords.json': {
    missing: null,
    'a folder in its place': 'keptNotFile',
    'a byte order mark and CRLF': null,
    else: 'demoPasswordsRemade',
  },
  'postgres-folder': {
    missing: null,
    'a folder in its place': 'keptNotFile',
    'a byte order mark and CRLF': null,
    else: 'pointerBroken',
  },
  running: { 'a folder in its place': 'keptNotFile', else: null },
  password: { 'a folder in its place': 'keptNotFile', 'a byte order mark and CRLF': null, else: 'passwordFileBroken' },
}
const newOnes = ['sessionSecretRemade', 'demoPasswordsRemade']
const table = Object.keys(good).flatMap((name) =>
  Object.keys(damages).map((damage) => [
    name,
    damage,
    damage in becomes[name] ? becomes[name][damage] : becomes[name].else,
  ]),
)

describe('files that the data folder keeps', () => {
  test.each(table)('%s, %s: %s', (name, damage, sentence) => {
    for (const [each, text] of Object.entries(good)) writeFileSync(join(folder, each), text, { mode: 0o600 })
    const file = join(folder, name)
    damages[damage](file)
    let thrown
    try {
      reads[name]()
    } catch (error) {
      thrown = error
    }
    if (sentence === null || newOnes.includes(sentence)) {
      expect(thrown).toBeUndefined()
      if (sentence === null) expect(spoken()).toBe('')
      else for (const language of ['en', 'fr']) expect(say(sentence, { file }, language)).toContain(file)
      if (sentence) expect(spoken()).toContain(file)
      if (sentence) expect(statSync(file).mode & 0o777).toBe(0o600)
      reads[name]()
    } else {
      expect(thrown).toBeInstanceOf(LaunchError)
      expect(thrown.key).toBe(sentence)
      for (const language of ['en', 'fr']) expect(say(thrown.key, thrown.values, language)).toContain(file)
    }
  })

  test.each(['null', '[]', '7', '"x"', '{"admin@recoupe.example":7}', '{"admin@recoupe.example":"x"}', '{'])(
    'demo passwords of the wrong shape are made anew: %s',
    (text) => {
      writeFileSync(join(folder, 'demo-passwords.json'), text, { mode: 0o600 })
      expect(Object.values(demoPasswords(folder).passwords).every((password) => password.length === 19)).toBe(true)
      expect(spoken()).toContain('demo-passwords.json')
    },
  )

  test('what others could read is closed to them, and said', () => {
    const file = join(folder, 'session-secret')
    writeFileSync(file, newKey())
    chmodSync(file, 0o644)
    checkSecrets(folder)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(spoken()).toContain(file)
  })

  test('a place that is named for the database and is not there is refused: no empty one is made in its stead', () => {
    writeFileSync(join(folder, 'postgres-folder'), join(folder, 'a disk that is not mounted'))
    expect(() => databaseFolder(folder)).toThrow(/databaseFolderGone/)
    writeFileSync(join(folder, 'postgres-folder'), 'not/absolute')
    expect(() => databaseFolder(folder)).toThrow(/pointerBroken/)
  })

  test('a restore that was broken off is told of until one has ended', () => {
    const end = beginRestoring(folder)
    expect(() => refuseHalfRestored(folder)).toThrow(/halfRestored/)
    end()
    refuseHalfRestored(folder)
  })
})

test('the draft of a broken-off backup is removed by the next work on the data, and nothing else is', () => {
  const place = join(folder, 'elsewhere')
  mkdirSync(place)
  const draft = makeDraft(folder, place, 'recoupe-backup')
  writeFileSync(join(draft, 'secret'), 'x')
  expect(statSync(draft).mode & 0o777).toBe(0o700)
  sweepDraft(folder)
  expect(existsSync(draft)).toBe(false)
  for (const named of [place, '/', '', `${place}/../elsewhere`]) {
    writeFileSync(join(folder, 'draft'), named)
    sweepDraft(folder)
    expect(existsSync(place)).toBe(true)
  }
})

test.each(['EISDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG', 'EIO', 'EEXIST'])(
  '%s is a sentence, whatever the file',
  (code) => {
    const error = Object.assign(new Error('x'), { code, syscall: 'open', path: '/data/x' })
    expect(asLaunchError(error)).toMatchObject({ key: 'fileTrouble', values: { path: '/data/x', reason: code } })
  },
)

test.each([
  ['https://recoupe.example.org', 'https://recoupe.example.org'],
  ['http://10.0.0.7:3000/', 'http://10.0.0.7:3000'],
  ['recoupe.example.org', null],
  ['https://', null],
  ['ftp://recoupe.example.org', null],
  ['https://recoupe.example.org/desk', null],
  ['https://me:secret@recoupe.example.org', null],
  ['javascript:alert(1)', null],
  ['https://recoupe.example.org/?x=1', null],
  ['', 'http://local'],
])('NEXTAUTH_URL=%s: %s', (url, address) => {
  vi.stubEnv('NEXTAUTH_URL', url)
  if (address) expect(publicAddress('http://local')).toBe(address)
  else expect(() => publicAddress('http://local')).toThrow(/badPublicUrl/)
})

test('nothing that a secret file holds is ever said', () => {
  const secret = 'hunter2hunter2'
  for (const name of ['session-secret', 'identity-key']) {
    writeFileSync(join(folder, name), secret, { mode: 0o600 })
    try {
      checkSecrets(folder)
    } catch (error) {
      expect(say(error.key, error.values)).not.toContain(secret)
    }
    rmSync(join(folder, name))
  }
  expect(readFileSync(join(folder, 'session-secret'), { encoding: 'utf8', flag: 'a+' })).not.toContain(secret)
})
