import pg from 'pg'
import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { listAttention } from '@/lib/verdicts/queries/attention'
import { candidatesIn } from '@/lib/verdicts/queries/candidates'
import { FOUND } from '@/lib/verdicts/queries/found-grounds'
import { RESTING_KINDS } from '@/lib/verdicts/schema'
import { actingAs, aMember } from '@/seeds/builders'
import { makeLargeProject } from '@/seeds/large/large-project'

const db = getDb()

test('of each kind it is said how what has changed is found', () => {
  expect(Object.keys(FOUND).sort()).toEqual([...RESTING_KINDS].sort())
  for (const kind of RESTING_KINDS) expect(FOUND[kind].sql, kind).toMatch(/FROM\s+given g/)
})

test('an old verdict is found behind a thousand newer ones on which something may have changed', async () => {
  const ownerUrl = process.env.RECOUPE_TEST_SUPERUSER_URL ?? ''
  const asked = { claims: 2600, name: `Attention ${process.pid}`, now: new Date(), guarded: false }
  const id = await makeLargeProject(ownerUrl, asked)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const judged = `SELECT "claimId", row_number() OVER (ORDER BY "createdAt", "id") AS n FROM "Verdict" WHERE "projectId" = $1`
  // A decision that is no account's of theirs: looked at, and nothing has changed.
  await owner.query(
    `INSERT INTO "OriginDecision" ("id", "projectId", "claimId", "kind", "accountId", "reason", "createdById", "createdAt")
      SELECT gen_random_uuid(), $1, "claimId", 'DIFFERENT', gen_random_uuid(), 'Vu.', (SELECT "userId" FROM "Membership" WHERE "projectId" = $1 LIMIT 1), now()
      FROM (${judged}) j WHERE n > 1`,
    [id],
  )
  const { rows } = await owner.query(`SELECT "claimId" FROM (${judged}) j WHERE n = 1`, [id])
  const [{ claimId }] = rows
  await owner.query('ALTER TABLE "Claim" DISABLE TRIGGER USER')
  // As raising it does that nobody refuses: the claim may be approved.
  await owner.query('UPDATE "Claim" SET "revision" = "revision" + 1 WHERE "id" = $1', [claimId])
  await owner.query('ALTER TABLE "Claim" ENABLE TRIGGER USER')
  await owner.end()
  const { user } = await aMember(db, { id }, 'VIEWER')
  const candidates = await candidatesIn(db, id)
  expect(candidates.length).toBeGreaterThan(1100)
  expect(candidates.at(-1)).toBe(claimId)
  const found = await listAttention(actingAs(user, { id }, 'VIEWER'))
  expect(found.get(claimId)?.changes).toMatchObject([{ kind: 'claim', what: 'touched' }])
})
