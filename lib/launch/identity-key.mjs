import pg from 'pg'
import { LaunchError } from './launch-error.mjs'
import { writeSecret } from './secret-files.mjs'
import { keptIdentityKeys, newKey } from './secrets.mjs'

async function whatIsSealed(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT (SELECT "fingerprint" FROM "InstallationKey" WHERE "kind" = 'IDENTITY' AND "retiredAt" IS NULL) AS "fingerprint",
        (SELECT count(*)::int FROM "ConfidentialIdentity" WHERE length("sealed") > 0) AS "count"`,
    )
    return rows[0]
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Makes the key that seals identities where there is none and none has ever been. LaunchError when it is missing although this database has one:
 * another key in its place would leave its identities closed for ever, without a word.
 */
export async function ensureIdentityKey(folder, databaseUrl) {
  const { configured, place } = keptIdentityKeys(folder)
  if (configured) return
  const { fingerprint, count } = await whatIsSealed(databaseUrl)
  if (!fingerprint && count === 0) return writeSecret(place, newKey())
  throw new LaunchError('identityKeyMissing', { file: place, count, fingerprint: (fingerprint ?? '?').slice(0, 12) })
}
