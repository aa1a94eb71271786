import pg from 'pg'

/** Runs one statement on a test's database as the server's superuser: for what neither the app nor its role may do. */
export async function asSuperuser(statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
  await client.connect()
  try {
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}
