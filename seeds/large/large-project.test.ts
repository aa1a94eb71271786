import { beforeAll, describe, expect, test } from 'vitest'
import type { FindClaimsQuery } from '@/lib/claims/find-schema'
import { findClaims } from '@/lib/claims/queries/find-claims'
import { getDb } from '@/lib/db'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { getDesk } from '@/lib/review/queries/desk'
import { normaliseText } from '@/lib/text/normalise'
import { actingAs, aMember } from '@/seeds/builders'
import { makeLargeProject } from '@/seeds/large/large-project'
import { makeText } from '@/seeds/large/text'

const db = getDb()
const owner = () => process.env.RECOUPE_TEST_SUPERUSER_URL ?? ''
const CLAIMS = 400

describe('a made project', () => {
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    for (const guarded of [true, false]) {
      const name = `Large ${guarded ? 'guarded' : 'at once'} ${process.pid}`
      ids[name] = await makeLargeProject(owner(), { claims: CLAIMS, name, now: new Date(), guarded })
    }
  })

  /** What of a project must be the same, whoever looked at its rows. */
  const told = async (projectId: string) => {
    const ofProject = { where: { projectId } }
    const states = await db.claim.groupBy({ by: ['state'], ...ofProject, _count: true, orderBy: { state: 'asc' } })
    const [articles, hops, figures, evidence, hints, verdicts, grounds, audit, passages] = await Promise.all([
      db.article.count(ofProject),
      db.hop.count(ofProject),
      db.figure.count(ofProject),
      db.evidence.count(ofProject),
      db.claimHint.count(ofProject),
      db.verdict.count(ofProject),
      db.verdictGround.count(ofProject),
      db.auditEntry.count(ofProject),
      db.fingerprintedSentence.count(ofProject),
    ])
    return { states, articles, hops, figures, evidence, hints, verdicts, grounds, audit, passages }
  }

  test('passes every guard of the database, and is the same without them', async () => {
    const [guarded, atOnce] = await Promise.all(Object.values(ids).map(told))
    expect(guarded?.articles).toBe(CLAIMS / 20)
    expect(guarded?.states.map(({ state }) => state)).toEqual([
      ...['OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW', 'APPROVED', 'DROPPED'],
    ])
    expect(Object.values(guarded ?? {})).not.toContain(0)
    expect(atOnce).toEqual(guarded)
  })

  test('tells in how many claims each source stands', async () => {
    const wrong = await db.$queryRaw`SELECT u."sourceId" FROM "SourceUse" u, source_uses(ARRAY[u."sourceId"]) now
      WHERE u."projectId" = ${Object.values(ids)[1]}::uuid AND (u."claims", u."isNamed") <> (now."claims", now."isNamed")`
    expect(wrong).toEqual([])
    expect(
      await db.sourceUse.count({ where: { projectId: Object.values(ids)[1], claims: { gt: 0 } } }),
    ).toBeGreaterThan(5)
  })

  test('leaves the guards and keys of the database as they were', async () => {
    const [left] = await db.$queryRaw<{ off: number; keys: number; invalid: number }[]>`
      SELECT (SELECT count(*)::int FROM pg_trigger WHERE tgenabled = 'D') AS "off",
        (SELECT count(*)::int FROM pg_constraint WHERE contype = 'f' AND conrelid = '"Hop"'::regclass) AS "keys",
        (SELECT count(*)::int FROM pg_constraint WHERE NOT convalidated) AS "invalid"`
    expect(left).toEqual({ off: 0, keys: 6, invalid: 0 })
    const claim = await db.claim.findFirstOrThrow({ where: { projectId: Object.values(ids)[1], state: 'APPROVED' } })
    await expect(db.claim.update({ where: { id: claim.id }, data: { wording: 'Autre' } })).rejects.toThrow()
  })

  test('is read by the desk like any other', async () => {
    const project = { id: Object.values(ids)[1] ?? '' }
    const { user } = await aMember(db, project, 'EDITOR')
    const { open, stuck } = await getDesk({ ...actingAs(user, project, 'EDITOR'), now: new Date() })
    expect(open.count).toBeGreaterThan(50)
    expect(stuck.claims).toHaveLength(50)
  })

  test('answers each filter of all claims alike, whether few or many have it', async () => {
    const project = { id: Object.values(ids)[1] ?? '' }
    const { user } = await aMember(db, project, 'EDITOR')
    const ctx = { ...actingAs(user, project, 'EDITOR'), now: new Date() }
    const filters: FindClaimsQuery[] = [
      ...[{ rating: 'r3' }, { rating: 'absent' }, { language: 'fr' as const }, { language: 'other' as const }],
      ...[{ origins: 'none' as const }, { origins: 'one' as const }, { attention: true }, { due: 'week' as const }],
    ]
    await countMarkedClaims(ctx, project.id)
    const counts: number[] = []
    for (const asked of filters) {
      const [few, many] = await Promise.all([findClaims(ctx, asked), findClaims(ctx, asked, { gathered: -1 })])
      expect(few).toEqual(many)
      counts.push(few.total.count)
    }
    const [rated, absent, french, other, none, one] = counts
    expect([absent, other, french]).toEqual([0, 0, (await findClaims(ctx)).total.count])
    expect(Math.min(rated ?? 0, none ?? 0, one ?? 0)).toBeGreaterThan(5)
  })

  test('has texts as an import would leave them', () => {
    const { text, places } = makeText(7)
    expect(normaliseText(text)).toBe(text)
    expect(makeText(7)).toEqual(makeText(7))
    for (const { start, end, exact } of places) expect([...text].slice(start, end).join('')).toBe(exact)
  })
})
