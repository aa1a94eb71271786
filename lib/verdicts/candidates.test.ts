import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { candidatesIn } from '@/lib/verdicts/queries/candidates'
import { actingAs, aMember } from '@/seeds/builders'
import { makeLargeProject } from '@/seeds/large/large-project'

const db = getDb()

test('of many candidates those longest in their state come first, to be counted or counted', async () => {
  const ownerUrl = process.env.RECOUPE_TEST_SUPERUSER_URL ?? ''
  const asked = { claims: 60, name: `Candidates ${process.pid}`, now: new Date(), guarded: false }
  const id = await makeLargeProject(ownerUrl, asked)
  const { user } = await aMember(db, { id }, 'EDITOR')
  const judged = { projectId: id, state: 'CHECKING', verdicts: { some: {} } } as const
  const last = await db.claim.findFirstOrThrow({ where: judged, orderBy: { id: 'desc' } })
  await db.claim.update({ where: { id: last.id }, data: { stateSince: new Date('2020-01-01') } })
  const firstTwo = () => candidatesIn(db, id, 2)
  expect((await firstTwo())[0]).toEqual({ id: last.id, isMarked: true })

  await countMarkedClaims({ ...actingAs(user, { id }, 'EDITOR'), now: new Date() }, id)
  await db.claimProjection.updateMany({
    where: { projectId: id, claim: judged },
    data: { needsAttention: true, reasonKind: 'claim' },
  })
  expect((await firstTwo())[0]).toEqual({ id: last.id, isMarked: false })
  expect(await firstTwo()).toHaveLength(2)
})
