import { expect, test, vi } from 'vitest'
import { getDb } from '@/lib/db'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { aClaim, anArticle, aProject } from '@/seeds/builders'

const uncountable = vi.hoisted(() => new Set<string>())

vi.mock('@/lib/verdicts/queries/claim-graph', async (original) => {
  const real = await original<typeof import('@/lib/verdicts/queries/claim-graph')>()
  const loadGraphs: typeof real.loadGraphs = (db, projectId, ids, how) => {
    if (ids.some((id) => uncountable.has(id))) throw new Error('cannot be read')
    return real.loadGraphs(db, projectId, ids, how)
  }
  return { ...real, loadGraphs }
})

test('a claim that cannot be counted stays marked, is told of, and keeps no other waiting', async () => {
  const db = getDb()
  const { project, editor } = await aProject(db)
  const { version } = await anArticle(db, project, 'Deux ponts, trois gares, quatre rues.')
  const claims = []
  for (const words of ['Deux ponts', 'trois gares', 'quatre rues'])
    claims.push(await aClaim(editor.ctx, version, words))
  const [first, broken, last] = claims.map(({ id }) => id)
  uncountable.add(String(broken))
  await expect(countMarkedClaims(editor.ctx, project.id)).rejects.toThrow('cannot be read')
  const where = { projectId: project.id }
  const counted = await db.claimProjection.findMany({ where, orderBy: { claimId: 'asc' } })
  expect(counted.map(({ claimId }) => claimId)).toEqual([first, last].sort())
  expect(await db.claimRecount.findMany({ where, distinct: ['claimId'] })).toMatchObject([{ claimId: broken }])

  uncountable.clear()
  expect(await countMarkedClaims(editor.ctx, project.id)).toBe(1)
})
