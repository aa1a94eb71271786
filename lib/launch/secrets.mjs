import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'
import { isUnguessable, readSecret, writeSecret } from './secret-files.mjs'

/** As long as a session lasts at most: lib/env.ts stops using an older one, and it is removed here. */
export const OLD_SECRET_DAYS = JSON.parse(
  readFileSync(new URL('../auth/session-days.json', import.meta.url), 'utf8'),
).lifetime

const PASSWORD_MIN = 12

/** 32 bytes at random, in base64url. */
export const newKey = () => randomBytes(32).toString('base64url')

// No letters or digits that look alike.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const team = ['admin', 'editor', 'checker', 'checker2', 'viewer'].map((name) => `${name}@recoupe.example`)

/** Four groups of four letters and digits: about 79 bits, readable aloud. */
export const readablePassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  )

/** Where a key or secret comes from: the variable when it is set, else the file. */
const given = (name) => process.env[name]?.trim() || undefined

const isUsed = (folder) =>
  ['postgres', 'postgres-folder', 'identity-key', 'demo-passwords.json'].some((name) => existsSync(join(folder, name)))

/**
 * Checks what signs sessions and links: NEXTAUTH_SECRET, else a secret made at the first start and kept in the data folder. A missing one is made
 * anew, which only ends the sessions. LaunchError when it could be guessed.
 */
export function ensureSessionSecret(folder) {
  for (const name of ['NEXTAUTH_SECRET', 'NEXTAUTH_SECRET_OLD']) {
    if (given(name) && !isUnguessable(given(name))) throw new LaunchError('secretWeak', { name })
  }
  if (given('NEXTAUTH_SECRET')) return given('NEXTAUTH_SECRET')
  const [file, old] = ['session-secret', 'session-secret-old'].map((name) => join(folder, name))
  const kept = readSecret(file)
  if (kept !== undefined && !isUnguessable(kept)) throw new LaunchError('sessionSecretDamaged', { file })
  if (kept === undefined) {
    const used = isUsed(folder)
    writeSecret(file, newKey())
    if (used) console.log(`  ${say('sessionSecretRemade', { file })}`)
  }
  const before = readSecret(old)
  const isOver = before !== undefined && Date.now() - statSync(old).mtimeMs > OLD_SECRET_DAYS * 86_400_000
  if (isOver || (before !== undefined && !isUnguessable(before))) rmSync(old, { force: true })
  return kept ?? readSecret(file)
}

function checkedKeys(text, place) {
  const keys = text.split(/[\s,]+/).filter(Boolean)
  const areKeys = keys.length > 0 && keys.every((key) => /^[\w-]{43}$/.test(key) && isUnguessable(key))
  if (!areKeys) throw new LaunchError('identityKeyInvalid', { place })
  return keys
}

/**
 * The keys that open the identities of confidential sources, the configured one first, then earlier ones: RECOUPE_IDENTITY_KEY and
 * RECOUPE_IDENTITY_KEY_OLD, else the files identity-key and identity-key-old. None are made here. `configured` is false when the first one
 * is missing. LaunchError when one is not 32 bytes in base64url.
 */
export function keptIdentityKeys(folder) {
  const isGiven = given('RECOUPE_IDENTITY_KEY') !== undefined
  const [present, old] = isGiven
    ? ['RECOUPE_IDENTITY_KEY', 'RECOUPE_IDENTITY_KEY_OLD'].map((name) => ({ place: name, text: given(name) }))
    : ['identity-key', 'identity-key-old'].map((name) => ({
        place: join(folder, name),
        text: readSecret(join(folder, name)),
      }))
  const keysOf = ({ text, place }) => (text === undefined ? [] : checkedKeys(text, place))
  return {
    isGiven,
    configured: present.text !== undefined,
    place: present.place,
    keys: [...keysOf(present), ...keysOf(old)],
  }
}

/** Looks at every secret of the data folder before anything starts. LaunchError for the first that will not do. */
export function checkSecrets(folder) {
  ensureSessionSecret(folder)
  keptIdentityKeys(folder)
}

function readPasswords(file) {
  try {
    const kept = JSON.parse(readSecret(file) ?? '{}')
    const isWhole = kept && typeof kept === 'object' && !Array.isArray(kept)
    return isWhole && Object.values(kept).every((each) => typeof each === 'string' && each.length >= PASSWORD_MIN)
      ? kept
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * The demo team's passwords by e-mail address and the file that keeps them. RECOUPE_DEMO_PASSWORD sets one for all. A damaged file is made anew,
 * which is said: the demo team's accounts take the passwords of the file at each start.
 */
export function demoPasswords(folder) {
  const file = join(folder, 'demo-passwords.json')
  const whole = readPasswords(file)
  if (!whole) console.log(`  ${say('demoPasswordsRemade', { file })}`)
  const kept = whole ?? {}
  const forAll = process.env.RECOUPE_DEMO_PASSWORD
  if (forAll && forAll.length < PASSWORD_MIN) throw new LaunchError('demoPasswordShort', { least: PASSWORD_MIN })
  const passwords = Object.fromEntries(team.map((email) => [email, forAll || kept[email] || readablePassword()]))
  const text = `${JSON.stringify(passwords, null, 2)}\n`
  if (text !== `${JSON.stringify(kept, null, 2)}\n`) writeSecret(file, text)
  return { file, passwords }
}
