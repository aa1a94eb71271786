/** The connection string of PostgreSQL. The launcher or the test harness has set it. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start Recoupe with "npm start", or tests with "npm test".')
  return url
}

/** Where people reach the app, without a slash at the end. */
export function publicUrl(): string {
  return (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
}

export const isHttps = (): boolean => publicUrl().startsWith('https:')

/** A file of e-mail addresses and passwords of the demo team, or null where there is no demo. */
export function demoPasswordsFile(): string | null {
  return process.env.RECOUPE_DEMO === '1' ? (process.env.RECOUPE_DEMO_PASSWORDS_FILE ?? null) : null
}

/** The key that session tokens are encrypted with. The launcher sets it; without one nobody can sign in. */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: start Recoupe with "npm start".')
  return secret
}

/** The 32 bytes that seal the identities of confidential sources. The launcher sets them; without them nothing is sealed or read. */
export function identityKey(): Buffer {
  const key = Buffer.from(process.env.RECOUPE_IDENTITY_KEY ?? '', 'base64url')
  if (key.length !== 32)
    throw new Error('RECOUPE_IDENTITY_KEY is not 32 bytes in base64url: start Recoupe with "npm start".')
  return key
}

/** Whether this is `npm run dev`: its pages need a laxer policy than the ones that people work with. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development'
