import { afterAll, expect, inject } from 'vitest'
import { importsDatabase } from './imports-database.ts'

const { testPath } = expect.getState()
// A test must say where it stands; nobody's real database is ever within its reach.
delete process.env.DATABASE_URL

if (importsDatabase(testPath)) {
  const databases = inject('testDatabases')
  const answer = await fetch(databases)
  if (!answer.ok) throw new Error(`No database for this test: ${await answer.text()}`)
  const { name, url, superuserUrl } = await answer.json()
  process.env.DATABASE_URL = url
  // For what the app's role may not do: to stand in for an owner, an older version, an attacker on the server.
  process.env.RECOUPE_TEST_SUPERUSER_URL = superuserUrl
  afterAll(async () => {
    await globalThis.recoupeDb?.$disconnect()
    await fetch(`${databases}/${name}`, { method: 'DELETE' })
  })
}
