import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { sha256 } from '@/lib/sha256'

// What people who are there already have at the beginning of a story: put straight into the database, as the app would leave it. Whoever changes
// how that is kept changes it here too: else no story gets a window.

const LASTS = '1 hour'

async function inDatabase<T>(work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

/** Begins a session of somebody as signing in by the form does: the row. Answers what their browser keeps of it. */
export async function mintSession(email: string) {
  const token = randomBytes(32).toString('base64url')
  const hash = sha256(token)
  const { rowCount } = await inDatabase((database) =>
    database.query(
      `INSERT INTO "Session" ("id", "userId", "tokenHash", "createdAt", "lastSeenAt", "expiresAt")
        SELECT $1, "id", $2, now(), now(), now() + $3::interval FROM "User" WHERE "email" = $4`,
      [randomUUID(), hash, LASTS, email],
    ),
  )
  if (rowCount !== 1) throw new Error(`Nobody has the address ${email}`)
  const { hostname } = new URL(process.env.BASE_URL ?? '')
  const cookie = { name: 'recoupe-session', value: token, domain: hostname, path: '/', expires: -1 }
  return { cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' as const }], origins: [] }
}

/** A checker of the demo team whom no other story knows, with the password of the demo team and no session. Answers their address. */
export async function givePerson(name: string): Promise<string> {
  const id = randomUUID()
  const email = `${id}@recoupe.example`
  await inDatabase(async (database) => {
    await database.query(
      `INSERT INTO "User" ("id", "email", "name", "passwordHash")
        SELECT $1, $2, $3, "passwordHash" FROM "User" WHERE "email" = 'checker@recoupe.example'`,
      [id, email, name],
    )
    await database.query(
      `INSERT INTO "Membership" ("id", "projectId", "userId", "role")
        SELECT $1, m."projectId", $2, m."role" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
        WHERE u."email" = 'checker@recoupe.example' ORDER BY m."createdAt" LIMIT 1`,
      [randomUUID(), id],
    )
  })
  return email
}
