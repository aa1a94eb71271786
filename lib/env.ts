import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import days from '@/lib/auth/session-days.json' with { type: 'json' }

const DAY = 24 * 60 * 60 * 1000

/** The keys of a variable or a file, one a line or with commas. */
const listed = (value = ''): string[] => value.split(/[\s,]+/).filter((word) => word !== '')

const read = new Map<string, { stamp: string; text: string }>()

/**
 * The text of a secret file of the data folder, empty when there is no such file or it was written more than `days` ago. Asked of the disk each
 * time, so that a rotation needs no new start, and read only when it has changed.
 */
function keptText(name: string, days = Number.POSITIVE_INFINITY): string {
  const folder = process.env.RECOUPE_DATA_DIR
  if (!folder) return ''
  const path = join(/* turbopackIgnore: true */ folder, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || Date.now() - found.mtimeMs > days * DAY) return ''
  const stamp = `${found.ino} ${found.mtimeMs} ${found.size}`
  const known = read.get(path)
  if (known?.stamp === stamp) return known.text
  const text = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  read.set(path, { stamp, text })
  return text
}

/** The connection string of PostgreSQL. The launcher or the test harness has set it. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start Recoupe with "npm start", or tests with "npm test".')
  return url
}

/** The folder with the secrets and, where it is embedded, the database; null in tests without one. */
export const dataFolder = (): string | null => process.env.RECOUPE_DATA_DIR || null

/** Where people reach the app, without a slash at the end. */
export function publicUrl(): string {
  return (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
}

export const isHttps = (): boolean => publicUrl().startsWith('https:')

/** The mail server and who sends; null where none is set: then links are handed over by whoever makes them. */
export function mailSettings(): { url: string; from: string } | null {
  const [url, from] = [process.env.SMTP_URL?.trim(), process.env.MAIL_FROM?.trim()]
  return url && from ? { url, from } : null
}

/** Places, as `host:port`, from which pages may be fetched although they are not public: for an intranet, and for tests. */
export const fetchAllowed = (): string[] => listed(process.env.RECOUPE_FETCH_ALLOW).map((place) => place.toLowerCase())

/** A file of e-mail addresses and passwords of the demo team, or null where there is no demo. */
export function demoPasswordsFile(): string | null {
  return process.env.RECOUPE_DEMO === '1' ? (process.env.RECOUPE_DEMO_PASSWORDS_FILE ?? null) : null
}

/**
 * The secrets that sessions and links are made with, the present one first. After a rotation those before it still
 * verify for as long as a session may last. Throws when there is none: then nobody can sign in.
 */
export function authSecrets(): [string, ...string[]] {
  const given = process.env.NEXTAUTH_SECRET?.trim()
  const present = given || keptText('session-secret')
  if (!present) throw new Error('NEXTAUTH_SECRET is not set: start Recoupe with "npm start".')
  const old = given ? process.env.NEXTAUTH_SECRET_OLD?.trim() : keptText('session-secret-old', days.lifetime)
  return old ? [present, old] : [present]
}

/** The present one of these: what new sessions and links are made with. */
export const authSecret = (): string => authSecrets()[0]

/**
 * The keys of 32 bytes that open the identities of confidential sources, the configured one first, then those before it.
 * Which of them seals is for the database to say. Throws when there is none, or one is no key.
 */
export function identityKeys(): [Buffer, ...Buffer[]] {
  const given = listed(process.env.RECOUPE_IDENTITY_KEY)
  const texts =
    given.length > 0
      ? [...given, ...listed(process.env.RECOUPE_IDENTITY_KEY_OLD)]
      : [...listed(keptText('identity-key')), ...listed(keptText('identity-key-old'))]
  const [present, ...old] = texts.map((text) => Buffer.from(text, 'base64url'))
  if (!present || [present, ...old].some((key) => key.length !== 32))
    throw new Error('RECOUPE_IDENTITY_KEY is not 32 bytes in base64url: start Recoupe with "npm start".')
  return [present, ...old]
}

/** Whether this is `npm run dev`: its pages need a laxer policy than the ones that people work with. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development'
