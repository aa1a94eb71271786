import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { previewPart, previewPartRemoval } from '@/lib/independence/queries/preview-part'
import { addSource } from '@/lib/sources/commands/add-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { removePart, setPart } from '@/lib/sources/commands/set-part'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { listParts } from '@/lib/sources/queries/parts'
import { recordVerdict } from '@/lib/verdicts/commands'
import { listAttention } from '@/lib/verdicts/queries/attention'
import { aClaim, anArticle, aProject, assignedTo, once, walkTo } from '@/seeds/builders'
import { aChain, anItem } from '@/seeds/chain-builders'

const db = getDb()
const day = (text: string) => ({ verbatim: null, earliest: text, latest: text, precision: 'DAY' as const })

let desk: Awaited<ReturnType<typeof aProject>>
let claim: Awaited<ReturnType<typeof aClaim>>
let [army, command, pentagon] = ['', '', '']

const aBody = async (name: string) =>
  (await addSource(desk.checker.ctx, { ...once(), id: newId(), kind: 'ORGANISATION', name })).id

beforeEach(async () => {
  desk = await aProject(db)
  const { version } = await anArticle(db, desk.project, 'Un drone a frappé, disent l’armée et son commandement.')
  claim = await aClaim(desk.editor.ctx, version, 'Un drone a frappé')
  ;[army, command, pentagon] = [await aBody('U.S. Army'), await aBody('Central Command'), await aBody('Pentagon')]
  await aChain(db, desk.project.id, { claimId: claim.id }, { id: army })
  await aChain(db, desk.project.id, { claimId: claim.id }, { id: command })
})

const part = (sourceId: string, wholeId: string, more: Partial<Parameters<typeof setPart>[1]> = {}) => ({
  ...{ ...once(), id: newId(), sourceId, wholeId },
  ...more,
})
const countNow = async () => {
  const { asserting } = await countOriginsOfClaim(desk.viewer.ctx, claim.id)
  return [asserting.appearances, asserting.origins, asserting.undetermined]
}
const keysOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: { reasons: { key: string }[] }) => error.reasons.map(({ key }) => key),
  )

describe('an organisation that is part of another', () => {
  it('counts with it, as the preview showed, and apart again once that is taken back', async () => {
    expect(await countNow()).toEqual([2, 2, 0])
    const asked = part(command, army)
    expect(await previewPart(desk.editor.ctx, asked)).toMatchObject({
      ...{ total: 1, reasons: [], claims: [{ id: claim.id, before: 2, after: 1 }] },
    })
    expect(await countNow()).toEqual([2, 2, 0])
    await setPart(desk.editor.ctx, asked)
    expect(await countNow()).toEqual([2, 1, 0])
    expect(await previewPartRemoval(desk.editor.ctx, asked.id)).toMatchObject({ claims: [{ before: 1, after: 2 }] })
    await removePart(desk.editor.ctx, { ...once(), id: asked.id })
    expect(await countNow()).toEqual([2, 2, 0])
    await expect(removePart(desk.editor.ctx, { ...once(), id: asked.id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('by others too: both are the Pentagon’s', async () => {
    await setPart(desk.editor.ctx, part(army, pentagon))
    await setPart(desk.editor.ctx, part(command, pentagon))
    expect(await countNow()).toEqual([2, 1, 0])
    const { parts, wholes } = await listParts(desk.viewer.ctx, pentagon)
    expect([parts.map(({ source }) => source.name), wholes]).toEqual([['U.S. Army', 'Central Command'], []])
  })

  it('not below a government: said so, or called so', async () => {
    const state = await aBody('Gouvernement des États-Unis')
    await setPart(desk.editor.ctx, part(army, state))
    await setPart(desk.editor.ctx, part(command, state))
    expect(await countNow()).toEqual([2, 2, 0])
    const named = {
      ...once(),
      id: state,
      kind: 'ORGANISATION' as const,
      name: 'Gouvernement des États-Unis',
      aliases: [],
    }
    await editSource(desk.checker.ctx, { ...named, version: 1, isGovernment: false })
    expect(await countNow()).toEqual([2, 1, 0])
    await editSource(desk.checker.ctx, { ...named, ...once(), version: 2, isGovernment: true })
    expect(await countNow()).toEqual([2, 2, 0])
    expect((await listParts(desk.viewer.ctx, army)).wholes).toMatchObject([{ whole: { isGovernment: true } }])
  })

  it('not outside of its period', async () => {
    const asked = part(command, army, { since: day('2003-03-01'), until: day('2005-12-31') })
    await setPart(desk.editor.ctx, asked)
    const article = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { articleId: true } })
    const publish = (published: string) =>
      db.article.update({
        where: { id: article.articleId },
        data: {
          ...{
            publishedEarliest: new Date(published),
            publishedLatest: new Date(published),
            publishedPrecision: 'DAY',
          },
        },
      })
    await publish('2004-06-01')
    expect(await countNow()).toEqual([2, 1, 0])
    await publish('2021-08-29')
    expect(await countNow()).toEqual([2, 2, 0])
  })

  it('is refused where it closes a circle, stands already, or is no organisation', async () => {
    await setPart(desk.editor.ctx, part(command, army))
    await setPart(desk.editor.ctx, part(army, pentagon))
    const refused = (sourceId: string, wholeId: string, more = {}) =>
      keysOf(setPart(desk.editor.ctx, part(sourceId, wholeId, more)))
    expect(await refused(pentagon, command)).toEqual(['source.partCircle'])
    expect(await refused(command, pentagon)).toEqual(['source.partAlready'])
    expect(await refused(army, army)).toEqual(['source.partOfItself'])
    const person = await addSource(desk.checker.ctx, { ...once(), id: newId(), kind: 'PERSON', name: 'John Kirby' })
    expect(await refused(person.id, pentagon)).toEqual(['source.partNoOrganisation'])
    expect((await previewPart(desk.editor.ctx, part(pentagon, command))).reasons).toMatchObject([
      { key: 'source.partCircle' },
    ])
    expect(await keysOf(setPart(desk.checker.ctx, part(pentagon, person.id)))).toEqual(['permission.editor'])
    const edited = { ...once(), id: army, version: 1, name: 'U.S. Army', aliases: [] }
    expect(await keysOf(editSource(desk.checker.ctx, { ...edited, kind: 'PERSON' }))).toEqual(['source.kindInParts'])
  })

  it('of two one after the other, where their periods do not meet', async () => {
    await setPart(desk.editor.ctx, part(command, army, { until: day('2002-12-31') }))
    await setPart(desk.editor.ctx, part(command, pentagon, { since: day('2003-01-01') }))
    const { wholes } = await listParts(desk.viewer.ctx, command)
    expect(wholes.map(({ whole, since, until }) => [whole.name, since?.earliest, until?.latest])).toEqual([
      ['U.S. Army', undefined, '2002-12-31'],
      ['Pentagon', '2003-01-01', undefined],
    ])
  })

  it('moves with a merge and back, which is refused between a part and its whole', async () => {
    const twin = await aBody('Centcom')
    await setPart(desk.editor.ctx, part(twin, army))
    const merge = (keptId: string, droppedId: string) =>
      mergeSources(desk.editor.ctx, { ...once(), id: newId(), keptId, keptVersion: 1, droppedId, droppedVersion: 1 })
    expect(await keysOf(merge(army, twin))).toEqual(['source.mergePart'])
    expect(await keysOf(merge(twin, army))).toEqual(['source.mergePart'])
    const { id } = await merge(command, twin)
    expect(await countNow()).toEqual([2, 1, 0])
    await undoMerge(desk.editor.ctx, { ...once(), id })
    expect(await countNow()).toEqual([2, 2, 0])
  })

  it('asks for attention where a verdict rests on a count that it changed', async () => {
    await anItem(db, desk.project.id, claim.id, desk.editor.user.id, { stance: 'CONTEXT', url: 'https://example.org' })
    await assignedTo(db, claim, desk.checker.user, desk.editor.user)
    await walkTo(db, claim, 'CHECKING')
    const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
    const ratingId = desk.ratings.find(({ key }) => key === 'true')?.id ?? ''
    const verdict = { claimId: claim.id, claimRevision: revision, ratingId, rationale: 'Deux origines.' }
    await recordVerdict(desk.checker.ctx, { ...once(), ...verdict, id: newId(), asOf: '2021-08-27' })
    const open = async () => [...(await listAttention(desk.editor.ctx)).found.keys()]
    expect(await open()).toEqual([])
    await setPart({ ...desk.editor.ctx, now: new Date('2021-08-28T00:00:00Z') }, part(army, pentagon))
    expect(await open()).toEqual([])
    await setPart({ ...desk.editor.ctx, now: new Date('2021-08-28T00:00:00Z') }, part(command, pentagon))
    expect(await open()).toEqual([claim.id])
  })
})
