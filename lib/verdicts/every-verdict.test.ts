import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { getDesk } from '@/lib/review/queries/desk'
import { listAttention } from '@/lib/verdicts/queries/attention'
import type { GroundKind } from '@/lib/verdicts/schema'
import { actingAs, aMember, reviseWith } from '@/seeds/builders'
import { makeLargeProject } from '@/seeds/large/large-project'

const db = getDb()

/** The tables by whose changes a verdict comes to be looked at again, kind by kind of what it rests on. */
const MARKED_BY: Record<GroundKind, readonly string[]> = {
  // Every part of a claim is written with another revision of it.
  claim: ['Claim'],
  figure: ['Claim', 'Figure'],
  warning: ['Claim'],
  attribution: ['Claim'],
  evidence: ['Claim'],
  source: ['Source', 'SourceMerge', 'SourceReliability'],
  origins: [
    ...['Claim', 'ClaimLink', 'Source', 'SourceMerge', 'SourcePart', 'Article', 'ArticleVersion', 'TextReading'],
    ...['EvidenceReading', 'OriginDecision', 'PassageDecision'],
  ],
  link: ['ClaimLink', 'Claim'],
  articleVersion: ['ArticleVersion', 'Anchoring'],
  reply: ['ReplyRequest'],
}

test('of each kind that a verdict rests on, what changes it marks its claims', async () => {
  const triggers = await db.$queryRaw<{ table: string }[]>`
    SELECT DISTINCT tgrelid::regclass::text AS "table" FROM pg_trigger
    WHERE tgfoid::regproc::text LIKE 'mark\\_%'
      -- Those mark what is counted of sources, and no claim.
      AND tgfoid::regproc::text NOT IN ('mark_renamed_sources', 'mark_sources_in', 'mark_sources_of_changed_hops',
        'mark_sources_of_changed_evidence', 'mark_sources_of_deleted_claims')`
  const marking = triggers.map(({ table }) => table.replaceAll('"', ''))
  // Nothing rests on a comment: what it says is found by a search.
  expect([...new Set(Object.values(MARKED_BY).flat()), 'Verdict', 'Comment'].sort()).toEqual(marking.sort())
})

test('an old verdict is found among a thousand others, in a project that nobody has counted yet and in one that is counted', async () => {
  const ownerUrl = process.env.RECOUPE_TEST_SUPERUSER_URL ?? ''
  const asked = { claims: 2600, name: `Attention ${process.pid}`, now: new Date(), guarded: false }
  const id = await makeLargeProject(ownerUrl, asked)
  const { user } = await aMember(db, { id }, 'EDITOR')
  const reader = { ...actingAs(user, { id }, 'EDITOR'), now: new Date() }
  const verdicts = await db.verdict.findMany({
    where: { projectId: id, claim: { state: 'APPROVED' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { claimId: true, claim: { select: { figures: { select: { id: true } } } } },
  })
  expect(await db.verdict.count({ where: { projectId: id } })).toBeGreaterThan(1000)

  // Nobody has counted: more may ask for attention than are looked at, and the desk says so.
  expect((await listAttention(reader)).recounting.count).toBeGreaterThan(900)
  expect(await countMarkedClaims(reader, id)).toBe(asked.claims)
  const before = await listAttention(reader)
  expect(before.recounting).toEqual({ count: 0, more: false })

  // The oldest approved verdict with a figure, of which another claim says that it does not hold any more.
  const old = verdicts.find(({ claim }) => claim.figures.length > 0)
  const newer = await db.figure.findFirstOrThrow({ where: { projectId: id, claim: { state: 'OPEN' } } })
  await reviseWith(db, newer.claimId, (tx) =>
    tx.figure.update({
      where: { id: newer.id },
      data: { supersedesId: old?.claim.figures[0]?.id ?? '', supersedesReason: 'Corrigé.' },
    }),
  )
  for (const _ of ['marked', 'counted']) {
    const now = await listAttention(reader)
    expect(now.needing.count).toBe(before.needing.count + 1)
    const { needsAttention } = await getDesk(reader)
    expect(needsAttention.count).toBe(now.needing.count)
    expect(needsAttention.claims.map((claim) => claim.id)).toContain(old?.claimId)
    await countMarkedClaims(reader, id)
  }
}, 240_000)
