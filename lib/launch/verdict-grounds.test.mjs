import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations } from './migrate.mjs'
import { migrationList } from './migration-engine.mjs'

// An installation from before what verdicts rest on stood in rows.
const name = `recoupe_grounds_${process.pid}`
const superuser = new pg.Client({ connectionString: process.env.RECOUPE_TEST_SUPERUSER_URL })
const address = new URL(process.env.RECOUPE_TEST_SUPERUSER_URL)
address.pathname = `/${name}`
const old = new pg.Client({ connectionString: address.href })
const [project, whole, bare, empty] = ['1', '2', '3', '4'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)
const [claim, source] = ['5', '6'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)
const RESTS_ON = {
  [whole]: [
    { kind: 'claim', id: claim, version: 3, state: { wording: 'Sept morts' } },
    { kind: 'source', id: source, version: 2, state: { name: 'WION' } },
    { kind: 'origins', id: claim, version: 1, state: { groups: [] } },
  ],
  [bare]: [{ kind: 'claim', id: claim, version: 1 }],
  [empty]: [],
}
const verdicts = async () => (await old.query('SELECT *, xmin FROM "Verdict" ORDER BY "id"')).rows

beforeAll(async () => {
  await superuser.connect()
  await superuser.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const ofThatTime = migrationList()
  ofThatTime.migrationDirectories = ofThatTime.migrationDirectories.filter(({ path }) => path < '20261202130000')
  await applyMigrations(address.href, ofThatTime)
  await old.connect()
  // Of what a verdict needs around it, only the verdict matters here.
  await old.query('SET session_replication_role = replica')
  for (const [id, restsOn] of Object.entries(RESTS_ON))
    await old.query(
      `INSERT INTO "Verdict" ("id", "projectId", "claimId", "authorId", "ratingId", "rationale", "asOf", "claimRevision", "restsOn", "createdAt")
        VALUES ($1, $2, $3, $2, $2, 'Vu.', '2021-08-27', 1, $4, '2021-08-27')`,
      [id, project, claim, JSON.stringify(restsOn)],
    )
  for (const [id, deletedAt] of [
    [claim, null],
    [source, '2021-08-27'],
  ])
    await old.query(
      `INSERT INTO "Claim" ("id", "projectId", "articleId", "number", "category", "checked", "wording", "markedById", "deletedAt")
        VALUES ($1, $2, $2, $3, 'OTHER', 'CONTENT', 'Sept morts', $2, $4)`,
      [id, project, deletedAt ? 2 : 1, deletedAt],
    )
  await old.query('RESET session_replication_role')
})
afterAll(async () => {
  await old.end()
  await superuser.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await superuser.end()
})

test('old verdicts get their rows, stay as they were, and their rows stay too', async () => {
  const before = await verdicts()
  await applyMigrations(address.href)
  expect(await verdicts()).toEqual(before)
  const { rows } = await old.query('SELECT * FROM "VerdictGround" ORDER BY "verdictId", "kind"')
  const wanted = Object.entries(RESTS_ON).flatMap(([verdictId, restsOn]) =>
    restsOn.map(({ kind, id, version }) => ({ verdictId, projectId: project, kind, entityId: id, version })),
  )
  expect(rows).toEqual(wanted.sort((a, b) => `${a.verdictId} ${a.kind}`.localeCompare(`${b.verdictId} ${b.kind}`)))
  // Their claims are to be counted.
  const { rows: marks } = await old.query('SELECT "projectId", "claimId" FROM "ClaimRecount"')
  expect(marks).toEqual([{ projectId: project, claimId: claim }])
  for (const change of [
    'UPDATE "VerdictGround" SET "version" = 9',
    'DELETE FROM "VerdictGround"',
    'TRUNCATE "VerdictGround"',
    `INSERT INTO "VerdictGround" SELECT "verdictId", "projectId", 'warning', "entityId", "version" FROM "VerdictGround"`,
  ])
    await expect(old.query(change)).rejects.toMatchObject({ code: '23001' })
})
