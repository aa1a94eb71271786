import pg from 'pg'
import { type Db, openDb } from '@/lib/db'

async function connected() {
  const client = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
  await client.connect()
  return client
}

/** A client of a test's database for code that works as the owner of the tables does, and not as the app. Whoever opens it disconnects it. */
export const openAsSuperuser = (): Db => openDb(process.env.RECOUPE_TEST_SUPERUSER_URL ?? '')

/** Runs one statement on a test's database as the server's superuser: for what neither the app nor its role may do. */
export async function asSuperuser(statement: string, values: unknown[] = []): Promise<void> {
  const client = await connected()
  try {
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}

/** The same in a transaction that stays open: answers how to commit it. */
export async function holdAsSuperuser(statement: string, values: unknown[] = []): Promise<() => Promise<void>> {
  const client = await connected()
  await client.query('BEGIN')
  await client.query(statement, values)
  return async () => {
    await client.query('COMMIT')
    await client.end()
  }
}
