import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { listFigures, listFiguresOfArticle } from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { aClaim, anArticle, aProject, assignedTo, once, walkTo } from '@/seeds/builders'

const TEXT = 'Le nombre de morts de l’attaque de l’aéroport de Kaboul hier est passé à 170.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>

beforeAll(async () => {
  desk = await aProject(db)
  article = await anArticle(db, desk.project, TEXT)
})

const aFreshClaim = () => aClaim(desk.editor.ctx, article.version, 'passé à 170', 'CASUALTIES')
const toll = (claimId: string) => ({
  ...once(),
  id: newId(),
  claimId,
  version: null,
  measure: 'KILLED' as const,
  verbatim: 'passé à 170',
  qualifier: 'EXACT' as const,
  best: 170,
  asOf: { verbatim: 'hier', earliest: '2021-08-26', latest: '2021-08-27', precision: 'RANGE' as const },
})
const revisionOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).revision

describe('saveFigure', () => {
  it('keeps the figure, raises the claim’s revision and leaves a trace', async () => {
    const claim = await aFreshClaim()
    const input = toll(claim.id)
    expect(await saveFigure(desk.editor.ctx, input)).toEqual({ id: input.id, version: 1 })
    const [figure] = await listFigures(desk.viewer.ctx, claim.id)
    expect(figure).toMatchObject({ best: 170, low: null, asOf: input.asOf, reportedOn: null, population: 'NOT_STATED' })
    expect(await revisionOf(claim.id)).toBe(2)
    const trace = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(trace).toMatchObject({ action: 'figure:save', entityId: input.id, claimId: claim.id })
  })

  it('keeps a time of day with its zone, the country and the armed group, and refuses what cannot be', async () => {
    const claim = await aFreshClaim()
    const { id: groupId } = await addSource(desk.editor.ctx, {
      ...once(),
      id: newId(),
      kind: 'ORGANISATION',
      name: 'Talibans',
    })
    const asOf = {
      ...{ verbatim: 'jeudi vers 17h50', earliest: '2021-08-26', latest: '2021-08-26', precision: 'MINUTE' as const },
      clock: { from: '17:50', until: '17:50', zone: 'Asia/Kabul' },
    }
    const counted = { population: 'ARMED_GROUP' as const, populationSourceId: groupId, country: 'AF' }
    const input = { ...toll(claim.id), ...counted, asOf }
    await saveFigure(desk.editor.ctx, input)
    const [figure] = await listFigures(desk.viewer.ctx, claim.id)
    expect(figure).toMatchObject({
      asOf,
      population: 'ARMED_GROUP',
      group: { id: groupId, name: 'Talibans' },
      country: 'AF',
    })

    const refused = (change: object) =>
      saveFigure(desk.editor.ctx, { ...toll(claim.id), ...counted, asOf, ...change }).then(
        () => null,
        ({ reasons }) => reasons.map(({ key, path }: { key: string; path?: string }) => `${key} ${path ?? ''}`.trim()),
      )
    expect(await refused({ population: 'CIVILIAN' })).toEqual(['figure.groupOfNone populationSourceId'])
    expect(await refused({ country: 'ZZ' })).toEqual(['figure.countryUnknown country'])
    expect(await refused({ asOf: { ...asOf, precision: 'DAY' } })).toEqual(['invalidDate asOf'])
    expect(await refused({ asOf: { ...asOf, clock: { ...asOf.clock, zone: 'Mars' } } })).toEqual([
      'unknownZone asOf.clock.zone',
    ])
    // Clocks in Paris went from 2:00 to 3:00.
    const skipped = { from: '02:30', until: '02:30', zone: 'Europe/Paris' }
    const night = { ...asOf, earliest: '2021-03-28', latest: '2021-03-28', clock: skipped }
    expect(await refused({ asOf: night })).toEqual(['timeNeverShown asOf'])
    const foreign = await aProject(db)
    const theirs = await addSource(foreign.editor.ctx, {
      ...once(),
      id: newId(),
      kind: 'ORGANISATION',
      name: 'Talibans',
    })
    await expect(
      saveFigure(desk.editor.ctx, { ...toll(claim.id), ...counted, populationSourceId: theirs.id }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    // The database keeps to it too.
    const raise = db.figure.update({ where: { id: input.id }, data: { asOfUntil: '18:00' } })
    await expect(raise).rejects.toThrow()
  })

  it('reads the country of a figure that says it in free words', async () => {
    const claim = await aFreshClaim()
    await saveFigure(desk.editor.ctx, { ...toll(claim.id), nationality: 'américaine' })
    expect(await listFigures(desk.viewer.ctx, claim.id)).toMatchObject([{ country: 'US', nationality: 'américaine' }])
  })

  it('does a repeated command once', async () => {
    const claim = await aFreshClaim()
    const input = toll(claim.id)
    expect(await saveFigure(desk.editor.ctx, input)).toEqual(await saveFigure(desk.editor.ctx, input))
    expect(await listFigures(desk.editor.ctx, claim.id)).toHaveLength(1)
    expect(await revisionOf(claim.id)).toBe(2)
  })

  it('replaces whole, and never a version that was not seen', async () => {
    const claim = await aFreshClaim()
    const input = toll(claim.id)
    await saveFigure(desk.editor.ctx, input)
    const lower = { ...input, ...once(), version: 1, best: 169, asOf: null }
    expect(await saveFigure(desk.editor.ctx, lower)).toEqual({ id: input.id, version: 2 })
    await expect(saveFigure(desk.admin.ctx, { ...input, ...once(), version: 1, best: 168 })).rejects.toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'changedMeanwhile' }],
    })
    expect(await listFigures(desk.viewer.ctx, claim.id)).toMatchObject([{ best: 169, asOf: null, version: 2 }])
    // What was refused left nothing behind, the revision included.
    expect(await revisionOf(claim.id)).toBe(3)
  })

  it('names every field that is wrong', async () => {
    const claim = await aFreshClaim()
    const wrong = { ...toll(claim.id), verbatim: ' ', measure: 'OTHER' as const, low: 171 }
    await expect(saveFigure(desk.editor.ctx, wrong)).rejects.toMatchObject({
      code: 'invalid',
      reasons: expect.arrayContaining([{ key: 'figure.verbatimMissing', path: 'verbatim' }]),
    })
    await expect(saveFigure(desk.editor.ctx, { ...wrong, verbatim: '170' })).rejects.toMatchObject({
      reasons: [
        { key: 'figure.lowAboveBest', path: 'low' },
        { key: 'figure.unitMissing', path: 'unit' },
      ],
    })
  })

  it('is for the assigned checker and for editors', async () => {
    const claim = await aFreshClaim()
    await assignedTo(db, claim, desk.checker.user, desk.editor.user)
    await expect(saveFigure(desk.viewer.ctx, toll(claim.id))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(saveFigure(desk.checker2.ctx, toll(claim.id))).rejects.toMatchObject({
      code: 'forbidden',
      reasons: [{ key: 'permission.assignee' }, { key: 'permission.editor' }],
    })
    await expect(saveFigure(desk.checker.ctx, toll(claim.id))).resolves.toMatchObject({ version: 1 })
  })

  it('knows no claim of another project', async () => {
    const claim = await aFreshClaim()
    const other = await aProject(db)
    await expect(saveFigure(other.editor.ctx, toll(claim.id))).rejects.toMatchObject({ code: 'not-found' })
    expect(await listFigures(other.editor.ctx, claim.id)).toEqual([])
  })

  it('leaves a claim under review as it is', async () => {
    const claim = await aFreshClaim()
    await walkTo(db, claim, 'IN_REVIEW')
    await expect(saveFigure(desk.editor.ctx, toll(claim.id))).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'claim.locked' }],
    })
  })
})

describe('removeFigure', () => {
  it('takes it away, keeps it in the log, and minds the version', async () => {
    const claim = await aFreshClaim()
    const input = toll(claim.id)
    await saveFigure(desk.editor.ctx, input)
    const removal = { ...once(), id: input.id, claimId: claim.id, version: 1 }
    await expect(removeFigure(desk.editor.ctx, { ...removal, version: 7 })).rejects.toMatchObject({ code: 'conflict' })
    await removeFigure(desk.editor.ctx, { ...removal, ...once() })
    expect(await listFigures(desk.editor.ctx, claim.id)).toEqual([])
    const trace = await db.auditEntry.findFirst({ where: { entityId: input.id, action: 'figure:remove' } })
    expect(trace?.before).toMatchObject({ best: 170 })
  })
})

it('the figures of an article come by claim, in their order', async () => {
  const claim = await aFreshClaim()
  const [first, second] = [toll(claim.id), { ...toll(claim.id), best: 13, nationality: 'américaine' }]
  await saveFigure(desk.editor.ctx, first)
  await saveFigure(desk.editor.ctx, second)
  const figures = await listFiguresOfArticle(desk.viewer.ctx, article.article.id)
  expect(figures.get(claim.id)?.map(({ id }) => id)).toEqual([first.id, second.id])
})
