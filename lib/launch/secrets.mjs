import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from './launch-error.mjs'

// No letters or digits that look alike.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const team = ['admin', 'editor', 'checker', 'checker2', 'viewer'].map((name) => `${name}@recoupe.example`)

/** Four groups of four letters and digits: about 79 bits, readable aloud. */
export const readablePassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  )

/** The key that signs sessions: NEXTAUTH_SECRET, else one made at the first start and kept in the data folder. */
export function sessionSecret(folder) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const file = join(folder, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/**
 * The key that seals the identities of confidential sources: RECOUPE_IDENTITY_KEY, else one made at the first start and kept in the data
 * folder. Who loses it loses the identities. LaunchError when it is not 32 bytes in base64url.
 */
export function identityKey(folder) {
  const file = join(folder, 'identity-key')
  const given = process.env.RECOUPE_IDENTITY_KEY?.trim()
  if (!given && !existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  const key = given || readFileSync(file, 'utf8').trim()
  const isKey = /^[\w-]{43}$/.test(key) && Buffer.from(key, 'base64url').length === 32
  if (!isKey) throw new LaunchError('identityKeyInvalid', { place: given ? 'RECOUPE_IDENTITY_KEY' : file })
  return key
}

/** The demo team's passwords by e-mail address and the file that keeps them. RECOUPE_DEMO_PASSWORD sets one for all. */
export function demoPasswords(folder) {
  const file = join(folder, 'demo-passwords.json')
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const forAll = process.env.RECOUPE_DEMO_PASSWORD
  const passwords = Object.fromEntries(team.map((email) => [email, forAll || kept[email] || readablePassword()]))
  const text = `${JSON.stringify(passwords, null, 2)}\n`
  if (text !== `${JSON.stringify(kept, null, 2)}\n`) writeFileSync(file, text, { mode: 0o600 })
  return { file, passwords }
}
