import { beforeAll, describe, expect, test } from 'vitest'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions } from '@/lib/attributions/queries'
import { getDb } from '@/lib/db'
import { attributeEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { findOrAddSource } from '@/lib/sources/commands/find-or-add-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { aClaim, anArticle, aProject, assignedTo, once } from '@/seeds/builders'

const db = getDb()
const TEXT = 'Le pont est fermé, selon un rapport. La gare est fermée.'

async function aDesk() {
  const desk = await aProject(db)
  const { version } = await anArticle(db, desk.project, TEXT)
  const claims = await Promise.all(
    ['Le pont est fermé', 'La gare est fermée'].map(async (words) => {
      const claim = await aClaim(desk.checker.ctx, version, words)
      await assignedTo(db, claim, desk.checker.user, desk.editor.user)
      return claim.id
    }),
  )
  const [bridge = '', station = ''] = claims
  return { ...desk, version, bridge, station }
}

let desk: Awaited<ReturnType<typeof aDesk>>
let other: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
  other = await aDesk()
})

let number = 0
/** A report of a body, both of them new to the desk. */
function newVoices() {
  number += 1
  const body = { id: newId(), kind: 'ORGANISATION' as const, name: `Observatoire des ponts ${number}` }
  const report = { id: newId(), kind: 'DOCUMENT' as const, name: `Rapport ${number}`, parentId: body.id }
  return { body, report, both: [body.id, report.id] }
}
const hopOf = (sourceId: string) => ({ id: newId(), sourceId, speechAct: 'REPORTED' as const })
const chainOn = (claimId: string, newSources: object[], ...sources: string[]) => ({
  ...{ ...once(), id: newId(), claimId, version: null, versionId: desk.version.id, hops: sources.map(hopOf) },
  newSources: newSources as [],
})
const known = (kind: 'PERSON' | 'ORGANISATION' | 'OUTLET', name: string) =>
  addSource(desk.editor.ctx, { ...once(), id: newId(), kind, name, aliases: [] })
const left = (ids: readonly string[]) => db.source.count({ where: { id: { in: [...ids] } } })
const undo = (id: string, version = 1) => removeAttribution(desk.checker.ctx, { ...once(), id, version })
const lastEvent = (entityId: string) =>
  db.auditEntry.findFirstOrThrow({ where: { entityId }, orderBy: { sequence: 'desc' } })

/** A chain that brings its sources along, saved. */
async function taken() {
  const voices = newVoices()
  const chain = chainOn(desk.bridge, [voices.body, voices.report], voices.report.id)
  await saveAttribution(desk.checker.ctx, chain)
  return { ...voices, chain }
}

describe('what is taken back leaves nothing behind', () => {
  test('the sources that a chain brought along go with it, what they belong to as well, and the log says so', async () => {
    const { chain, report, body, both } = await taken()
    expect(await left(both)).toBe(2)
    expect((await lastEvent(chain.id)).after).toMatchObject({ madeSources: [{ id: body.id }, { id: report.id }] })
    await undo(chain.id)
    expect(await left(both)).toBe(0)
    expect(await searchSources(desk.viewer.ctx, body.name)).toEqual([])
    expect(await lastEvent(chain.id)).toMatchObject({
      action: 'attribution:remove',
      after: {
        discardedSources: [
          { id: report.id, name: report.name },
          { id: body.id, kind: 'ORGANISATION' },
        ],
      },
    })
  })

  test('done anew, all of it is there again under its own ids; taken back once more, gone', async () => {
    const { chain, report, body, both } = await taken()
    await undo(chain.id)
    const again = { ...chain, ...once(), newSources: [] }
    await saveAttribution(desk.checker.ctx, again)
    expect(await left(both)).toBe(2)
    const shown = (await listAttributions(desk.viewer.ctx, desk.bridge)).find(({ id }) => id === chain.id)
    expect(shown?.hops[0]?.source).toMatchObject({ id: report.id, name: report.name, parent: { id: body.id } })
    await undo(chain.id, 3)
    expect(await left(both)).toBe(0)
  })

  test('a chain that is changed drops what it brought along and names no more', async () => {
    const { chain, both } = await taken()
    const anne = await known('PERSON', 'Anne Martin')
    await saveAttribution(desk.checker.ctx, { ...chain, ...once(), version: 1, newSources: [], hops: [hopOf(anne.id)] })
    expect(await left(both)).toBe(0)
    expect((await lastEvent(chain.id)).after).toMatchObject({ discardedSources: [{}, {}] })
    await saveAttribution(desk.checker.ctx, { ...chain, ...once(), version: 2, newSources: [] })
    expect(await left([...both, anne.id])).toBe(3)
  })

  test('the same for who speaks in evidence, taken and taken back, and for its form', async () => {
    const { ctx } = desk.checker
    const item = { ...once(), id: newId(), claimId: desk.bridge, version: null, stance: 'SUPPORTS' as const }
    const [one, two] = [newVoices(), newVoices()]
    const chain = (report: string) => ({ id: newId(), version: null, hops: [hopOf(report)] })
    const saved = await saveEvidence(ctx, { ...item, url: 'https://example.org/pont', quote: 'Le pont est fermé.' })
    const taking = { ...once(), id: item.id, version: saved.version }
    const attribution = chain(one.report.id)
    await attributeEvidence(ctx, { ...taking, newSources: [one.body, one.report], attribution })
    expect(await left(one.both)).toBe(2)
    await attributeEvidence(ctx, { ...taking, ...once(), version: 2, attribution: null })
    expect(await left(one.both)).toBe(0)
    const form = { ...item, ...once(), version: 3, url: 'https://example.org/pont' }
    await saveEvidence(ctx, { ...form, newSources: [two.body, two.report], attribution: chain(two.report.id) })
    expect(await left(two.both)).toBe(2)
    await saveEvidence(ctx, { ...form, ...once(), version: 4, attribution: null })
    expect(await left(two.both)).toBe(0)
  })
})

describe('what else has a use stays', () => {
  test('a source that another chain, or a copy of this one, names, with what it belongs to', async () => {
    const { chain, report, both } = await taken()
    const second = chainOn(desk.station, [], report.id)
    await saveAttribution(desk.checker.ctx, second)
    await undo(chain.id)
    expect(await left(both)).toBe(2)
    await undo(second.id)
    expect(await left(both)).toBe(0)
  })

  test('one that belongs to another, that was edited, judged, or merged', async () => {
    const child = await taken()
    await db.source.create({
      data: { ...newVoices().report, projectId: desk.project.id, parentId: child.body.id, nameKey: 'x', aliases: [] },
    })
    await undo(child.chain.id)
    expect([await left([child.body.id]), await left([child.report.id])]).toEqual([1, 0])

    const edited = await taken()
    const { id, name, kind } = edited.body
    await editSource(desk.editor.ctx, { ...once(), id, version: 1, name, kind, aliases: ['ODP'] })
    await undo(edited.chain.id)
    expect([await left([edited.body.id]), await left([edited.report.id])]).toEqual([1, 0])

    const judged = await taken()
    const grade = { grade: 'B' as const, reason: 'x', judgedOn: '2021-08-01' }
    await judgeSource(desk.editor.ctx, { ...once(), id: newId(), sourceId: judged.report.id, ...grade })
    await undo(judged.chain.id)
    expect(await left(judged.both)).toBe(2)

    const merged = await taken()
    const kept = await known('ORGANISATION', 'Observatoire national')
    const versions = { keptVersion: 1, droppedVersion: 1 }
    await mergeSources(desk.editor.ctx, {
      ...once(),
      id: newId(),
      keptId: kept.id,
      droppedId: merged.body.id,
      ...versions,
    })
    await undo(merged.chain.id)
    expect([await left([merged.body.id, kept.id]), await left([merged.report.id])]).toEqual([2, 0])
  })

  test('one that the desk had before, found by its name', async () => {
    const there = await known('ORGANISATION', 'Mairie de Lyon')
    const again = { id: newId(), kind: 'ORGANISATION' as const, name: 'mairie de lyon' }
    const chain = chainOn(desk.bridge, [again], again.id)
    await saveAttribution(desk.checker.ctx, chain)
    expect((await lastEvent(chain.id)).after).not.toHaveProperty('madeSources')
    await undo(chain.id)
    expect(await left([there.id])).toBe(1)
  })

  test('one that somebody is about to refer to at this moment, without either waiting for the other', async () => {
    const { chain, report, both } = await taken()
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${report.id}::uuid FOR KEY SHARE`
      await undo(chain.id)
    })
    expect(await left(both)).toBe(2)
  })
})

describe('what has gone', () => {
  test('comes back for whoever had chosen it before, anywhere a source is named', async () => {
    const { chain, report, both } = await taken()
    await undo(chain.id)
    const evidence = { ...once(), id: newId(), claimId: desk.bridge, version: null, stance: 'SUPPORTS' as const }
    await saveEvidence(desk.checker.ctx, { ...evidence, sourceId: report.id })
    expect(await left(both)).toBe(2)
  })

  test('is the one of that name that was made since, and nothing stands twice', async () => {
    const one = newVoices().body
    const chain = chainOn(desk.bridge, [one], one.id)
    await saveAttribution(desk.checker.ctx, chain)
    await undo(chain.id)
    const since = { ...one, id: newId() }
    const next = chainOn(desk.station, [since], since.id)
    await saveAttribution(desk.checker.ctx, next)
    await saveAttribution(desk.checker.ctx, { ...chain, ...once(), newSources: [] })
    expect(await db.source.findMany({ where: { name: one.name }, select: { id: true } })).toEqual([{ id: since.id }])
    const evidence = { ...once(), id: newId(), claimId: desk.bridge, version: null, stance: 'SUPPORTS' as const }
    await expect(saveEvidence(desk.checker.ctx, { ...evidence, sourceId: one.id })).rejects.toMatchObject({
      reasons: [{ key: 'source.madeAnew' }],
    })
  })

  test('is not taken for another of a name that every country has', async () => {
    const ministry = { id: newId(), kind: 'ORGANISATION' as const, name: 'Ministère de la Défense' }
    const chain = chainOn(desk.bridge, [ministry], ministry.id)
    await saveAttribution(desk.checker.ctx, chain)
    await undo(chain.id)
    await known('ORGANISATION', ministry.name)
    const redo = saveAttribution(desk.checker.ctx, { ...chain, ...once(), newSources: [] })
    await expect(redo).rejects.toMatchObject({ reasons: [{ key: 'source.genericThere' }] })
  })

  test('is brought back by nobody of another project', async () => {
    const { chain, report } = await taken()
    await undo(chain.id)
    const foreign = { ...chainOn(other.bridge, [], report.id), versionId: other.version.id }
    await expect(saveAttribution(other.checker.ctx, foreign)).rejects.toMatchObject({ code: 'not-found' })
    expect(await left([report.id])).toBe(0)
  })
})

describe('the database', () => {
  const discard = (project: string, id: string) =>
    db.$queryRaw`SELECT discard_sources(${project}::uuid, ARRAY[${id}]::uuid[], ${desk.editor.user.id}::uuid, now())`

  test('takes away nothing that was made by itself, that another project has, or that something refers to', async () => {
    const own = await known('OUTLET', 'Radio Kaboul')
    const { report } = await taken()
    const loose = { id: newId(), kind: 'PERSON' as const, name: 'Paul Durand' }
    const ctx = desk.checker.ctx
    await db.$transaction((tx) => findOrAddSource({ ...ctx, tx }, loose, true))
    await discard(desk.project.id, own.id)
    await discard(desk.project.id, report.id)
    await discard(other.project.id, loose.id)
    expect(await left([own.id, report.id, loose.id])).toBe(3)
    await discard(desk.project.id, loose.id)
    expect(await left([loose.id])).toBe(0)
    expect(await db.discardedSource.count({ where: { id: loose.id, projectId: desk.project.id } })).toBe(1)
  })

  test('lets no reference to a source go with it: a foreign key refuses', async () => {
    const open = await db.$queryRaw`
      SELECT conrelid::regclass::text, conname FROM pg_constraint
      WHERE confrelid = '"Source"'::regclass AND contype = 'f' AND (confdeltype NOT IN ('r', 'a') OR condeferrable)`
    expect(open).toEqual([])
  })
})
