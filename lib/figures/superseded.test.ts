import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { saveFigure } from '@/lib/figures/commands'
import { listFigures } from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject, assignedTo, once, TEST_NOW, walkTo } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let version: Awaited<ReturnType<typeof anArticle>>['version']
const eventId = newId()
beforeAll(async () => {
  desk = await aProject(db)
  version = (await anArticle(db, desk.project, 'Le bilan est de 95 morts, puis de 170.')).version
  await saveEvent(desk.editor.ctx, { ...once(), id: eventId, version: null, title: 'Attaque' })
})

const claimOf = (words: string) => aClaim(desk.editor.ctx, version, words, 'CASUALTIES')
const toll = (claimId: string, best: number, more = {}) => ({
  ...{ ...once(), id: newId(), claimId, version: null, measure: 'KILLED' as const, qualifier: 'EXACT' as const },
  ...{ verbatim: String(best), best, eventId, ...more },
})
const replacing = (supersedesId: string) => ({ supersedesId, supersedesReason: 'Nouveau bilan' })

/** A claim under review with a figure, and the verdict of its checker. */
async function judged() {
  const claim = await claimOf('Le bilan est de 95 morts')
  const figure = toll(claim.id, 95)
  await saveFigure(desk.editor.ctx, figure)
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  await db.assignment.updateMany({ where: { claimId: claim.id }, data: { reviewerId: desk.checker2.user.id } })
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
  await db.verdict.create({
    data: {
      ...{ id: newId(), projectId: desk.project.id, claimId: claim.id, claimRevision: revision, groundStates: [] },
      ...{ ratingId: desk.ratings[4]?.id ?? '', rationale: 'Recoupé', asOf: TEST_NOW, createdAt: TEST_NOW },
      authorId: desk.checker.user.id,
    },
  })
  await walkTo(db, claim, 'IN_REVIEW')
  return { claim, figure }
}
const told = async (claimId: string) => {
  const notices = await db.notice.findMany({ where: { claimId, kind: 'FIGURE_SUPERSEDED' } })
  return notices.map(({ userId }) => userId).sort()
}

describe('who checks and who reviewed are told that a figure under their verdict is superseded', () => {
  it('once, by the command that does it, and not of their own doing', async () => {
    const { claim, figure } = await judged()
    const later = toll((await claimOf('170')).id, 170, replacing(figure.id))
    await saveFigure(desk.editor.ctx, later)
    expect(await told(claim.id)).toEqual([desk.checker.user.id, desk.checker2.user.id].sort())
    // Saved again it supersedes nothing anew.
    await saveFigure(desk.editor.ctx, { ...later, ...once(), version: 1, best: 171 })
    expect(await told(claim.id)).toHaveLength(2)
  })

  it('with the approver, when it was approved; nobody is told of what they did themselves', async () => {
    const { claim, figure } = await judged()
    const verdict = await db.verdict.findFirstOrThrow({ where: { claimId: claim.id } })
    const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
    await db.claim.update({
      where: { id: claim.id },
      data: {
        ...{ state: 'APPROVED', approvedById: desk.admin.user.id, approvedVerdictId: verdict.id },
        approvedRevision: revision,
      },
    })
    const other = await claimOf('170')
    await assignedTo(db, other, desk.checker.user, desk.editor.user)
    await saveFigure(desk.checker.ctx, toll(other.id, 170, replacing(figure.id)))
    expect(await told(claim.id)).toEqual([desk.admin.user.id, desk.checker2.user.id].sort())
  })

  it('nobody, where there is no verdict yet, and nothing is left of what was refused', async () => {
    const claim = await claimOf('95')
    const figure = toll(claim.id, 95)
    await saveFigure(desk.editor.ctx, figure)
    await assignedTo(db, claim, desk.checker.user, desk.editor.user)
    await saveFigure(desk.editor.ctx, toll((await claimOf('170')).id, 170, replacing(figure.id)))
    expect(await told(claim.id)).toEqual([])
    const { claim: other, figure: old } = await judged()
    const wrong = toll((await claimOf('170')).id, 170, { ...replacing(old.id), measure: 'INJURED' })
    await expect(saveFigure(desk.editor.ctx, wrong)).rejects.toMatchObject({ code: 'refused' })
    expect(await told(other.id)).toEqual([])
  })
})

describe('what is superseded is deprecated', () => {
  it('whatever rank a person gave it, as long as the other one stands', async () => {
    const claim = await claimOf('95')
    const figure = toll(claim.id, 95, { rank: 'PREFERRED' })
    await saveFigure(desk.editor.ctx, figure)
    const later = toll((await claimOf('170')).id, 170, replacing(figure.id))
    await saveFigure(desk.editor.ctx, later)
    const ranks = async () => (await listFigures(desk.viewer.ctx, claim.id)).map((each) => [each.rank, each.givenRank])
    expect(await ranks()).toEqual([['DEPRECATED', 'PREFERRED']])
    // What else is wrong with it can still be corrected.
    await saveFigure(desk.editor.ctx, { ...figure, ...once(), version: 1, place: 'Kaboul' })
    const back = { ...later, ...once(), version: 1, supersedesId: null, supersedesReason: null }
    await saveFigure(desk.editor.ctx, back)
    expect(await ranks()).toEqual([['PREFERRED', 'PREFERRED']])
  })

  it('and cannot be preferred any more', async () => {
    const claim = await claimOf('95')
    const figure = toll(claim.id, 95)
    await saveFigure(desk.editor.ctx, figure)
    await saveFigure(desk.editor.ctx, toll((await claimOf('170')).id, 170, replacing(figure.id)))
    const preferred = { ...figure, ...once(), version: 1, rank: 'PREFERRED' as const }
    await expect(saveFigure(desk.editor.ctx, preferred)).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'figure.supersededPreferred', path: 'rank' }],
    })
  })
})
