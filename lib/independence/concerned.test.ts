import { beforeAll, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { decideOrigin, takeBackDecision } from '@/lib/independence/commands/decide-origin'
import { deniedByConcerned } from '@/lib/independence/concerned'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'
import { aChain, anItem, aSource } from '@/seeds/chain-builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject(db)
})

test('a denial is of those concerned because a person says so; it counts as before and is named apart', async () => {
  const { version } = await anArticle(db, desk.project, 'Sept hommes sont en fuite.')
  const { id: claimId } = await aClaim(desk.editor.ctx, version, 'Sept hommes')
  const [ministry, agency] = [
    await aSource(db, desk.project.id, 'ORGANISATION', 'Le ministère'),
    await aSource(db, desk.project.id, 'PERSON', 'Un témoin'),
  ]
  const chain = await aChain(db, desk.project.id, { claimId }, { id: ministry.id, act: 'DENIED' })
  const item = await anItem(db, desk.project.id, claimId, desk.editor.user.id, {
    stance: 'SUPPORTS',
    sourceId: agency.id,
  })
  const counted = async () => {
    const { contradicting, decisions } = await countOriginsOfClaim(desk.viewer.ctx, claimId)
    return [contradicting.origins, deniedByConcerned(contradicting.groups, decisions)]
  }
  expect(await counted()).toEqual([1, 0])
  const mark = (appearanceId: string, otherId: string | null = null) =>
    decideOrigin(desk.editor.ctx, {
      ...{
        ...once(),
        id: newId(),
        claimId,
        kind: 'CONCERNED',
        appearanceId,
        otherId,
        reason: 'C’est lui que le texte accuse.',
      },
    })
  await expect(mark(item.id)).rejects.toMatchObject({ code: 'refused', reasons: [{ key: 'origins.notAgainst' }] })
  await expect(mark(chain.id, item.id)).rejects.toMatchObject({ code: 'invalid' })
  const { id } = await mark(chain.id)
  expect(await counted()).toEqual([1, 1])
  await expect(mark(chain.id)).rejects.toMatchObject({
    code: 'refused',
    reasons: [{ key: 'origins.concernedAlready' }],
  })
  await takeBackDecision(desk.editor.ctx, { ...once(), id })
  expect(await counted()).toEqual([1, 0])
})
