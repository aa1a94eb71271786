import { beforeAll, expect, test } from 'vitest'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { listFigureDoubts } from '@/lib/independence/queries/figure-doubts'
import { getIndependence } from '@/lib/independence/queries/independence'
import { suggestLinks } from '@/lib/independence/queries/suggest-links'
import type { FigurePopulation } from '@/prisma/generated/enums'
import { anArticle, aProject, once, placeOf, reviseWith } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject(db)
})

let texts = 0
async function aSaying(wording: string, language = 'fr') {
  const { article, version } = await anArticle(
    db,
    desk.project,
    `${wording}. Texte ${++texts} (${language}).`,
    `Texte ${texts}`,
  )
  const { id } = await markClaim(desk.editor.ctx, {
    ...{
      ...once(),
      id: newId(),
      articleId: article.id,
      versionId: version.id,
      category: 'CASUALTIES',
      checked: 'CONTENT',
      wording,
    },
    spans: [{ id: newId(), ...placeOf(version.text, wording) }],
  })
  return { id, article, version }
}
const suggested = async (id: string) => (await suggestLinks(desk.viewer.ctx, id)).map((each) => [each.id, each.reasons])

async function aFigure(claimId: string, best: number, eventId: string, population: FigurePopulation = 'NOT_STATED') {
  await reviseWith(db, claimId, (tx) =>
    tx.figure.create({
      data: {
        ...{
          id: newId(),
          projectId: desk.project.id,
          claimId,
          measure: 'KILLED',
          verbatim: String(best),
          qualifier: 'EXACT',
        },
        ...{ best, eventId, population },
      },
    }),
  )
}
const anEvent = () =>
  db.event.create({
    data: { id: newId(), projectId: desk.project.id, title: 'x', titleKey: newId(), createdAt: new Date() },
  })

test('the same said in two languages is found by its numbers and names; nothing of another project is', async () => {
  const own = await aSaying('Treize soldats américains et 170 Afghans ont été tués à Kaboul')
  const other = await aSaying('13 American soldiers and 170 Afghans were killed in Kabul', 'en')
  await db.article.update({ where: { id: other.article.id }, data: { language: 'en' } })
  await aSaying('28 talibans ont été tués à Kaboul')
  expect(await suggested(own.id)).toEqual([[other.id, ['facts']]])
  const stranger = await aProject(db)
  await expect(suggestLinks(stranger.admin.ctx, own.id)).rejects.toMatchObject({ code: 'not-found' })
})

test('figures of one event and measure are found whatever the words, and no longer once linked', async () => {
  const event = await anEvent()
  const [own, same, other] = [
    await aSaying('Un bilan se précise'),
    await aSaying('Le total s’alourdit'),
    await aSaying('Autre chose encore'),
  ]
  await aFigure(own.id, 182, event.id)
  await aFigure(same.id, 182, event.id)
  await aFigure(other.id, 90, event.id)
  expect(await suggested(own.id)).toEqual([[same.id, ['figure']]])
  await linkClaims(desk.editor.ctx, { ...once(), id: newId(), oneId: own.id, otherId: same.id })
  expect(await suggested(own.id)).toEqual([])
})

test('nothing is suggested of the own article, of the archive, and of what was dropped or deleted', async () => {
  const own = await aSaying('Une colonne de véhicules blindés quitte la garnison septentrionale')
  const same = await aSaying('Une colonne de véhicules blindés quitte la garnison septentrionale')
  expect(await suggested(own.id)).toEqual([[same.id, expect.arrayContaining(['wording'])]])
  await db.claim.update({ where: { id: same.id }, data: { state: 'DROPPED' } })
  expect(await suggested(own.id)).toEqual([])
})

test('what contradicts is asked once more by the server, with both figures, also through what is linked already', async () => {
  const event = await anEvent()
  const [own, between, far] = [
    await aSaying('Premier décompte'),
    await aSaying('Décompte suivant'),
    await aSaying('Décompte final'),
  ]
  await aFigure(own.id, 13, event.id, 'MILITARY')
  await aFigure(far.id, 28, event.id, 'ATTACKERS')
  await linkClaims(desk.editor.ctx, { ...once(), id: newId(), oneId: between.id, otherId: far.id })
  const link = { id: newId(), oneId: own.id, otherId: between.id }
  await expect(linkClaims(desk.editor.ctx, { ...once(), ...link })).rejects.toMatchObject({
    code: 'refused',
    reasons: [{ key: 'claim.linkPeople', values: { first: '13', second: '28' }, path: 'confirmed' }],
  })
  expect(await db.claimLink.count({ where: { id: link.id } })).toBe(0)
  await linkClaims(desk.editor.ctx, { ...once(), ...link, confirmed: true })
  const { after } = await db.auditEntry.findFirstOrThrow({ where: { entityId: link.id } })
  expect(after).toMatchObject({ despite: [{ key: 'claim.linkPeople' }] })
})

test('a figure that comes after the link and contradicts it is told beside it, until it agrees again', async () => {
  const event = await anEvent()
  const [own, other] = [await aSaying('Un premier total'), await aSaying('Un second total')]
  await linkClaims(desk.editor.ctx, { ...once(), id: newId(), oneId: own.id, otherId: other.id })
  const doubts = async () => (await getIndependence(desk.viewer.ctx, own.id)).links.map((link) => link.doubts)
  // Where the figures of either stand, too.
  const beside = (claim: typeof own) => listFigureDoubts(desk.viewer.ctx, claim.id, [own.id, other.id])
  expect(await doubts()).toEqual([[]])
  await aFigure(own.id, 60, event.id)
  await aFigure(other.id, 90, event.id)
  const told = [expect.objectContaining({ key: 'claim.linkFigures' })]
  expect([await doubts(), await beside(own), await beside(other)]).toEqual([[told], told, told])
  await reviseWith(db, other.id, (tx) =>
    tx.figure.updateMany({ where: { claimId: other.id }, data: { best: 60, verbatim: '60' } }),
  )
  expect([await doubts(), await beside(own), await beside(other)]).toEqual([[[]], [], []])
})
