import { beforeEach, describe, expect, test } from 'vitest'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { listSources } from '@/lib/sources/queries/list-sources'
import { getMergePreview } from '@/lib/sources/queries/merge-preview'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { saveWarning } from '@/lib/warnings/commands'
import type { SourceKind } from '@/prisma/generated/enums'
import { aClaim, anArticle, aProject, once, reviseWith } from '@/seeds/builders'
import { claimApproved } from '@/seeds/scenarios'

const db = getDb()
const TEXT = 'Selon le Pentagone, dix morts hier. Des frappes ont eu lieu. Un communiqué le confirme.'

let desk: Awaited<ReturnType<typeof aDesk>>
beforeEach(async () => {
  desk = await aDesk()
})

async function aDesk() {
  const team = await aProject()
  const { article, version } = await anArticle(db, team.project, TEXT)
  const text = { articleId: article.id, versionId: version.id, text: TEXT }
  const ratingId = async (key: string) => team.ratings.find((each) => each.key === key)?.id ?? ''
  return { ...team, article, version, text, people: { editor: team.editor.ctx, checker: team.checker.ctx, ratingId } }
}

type More = { kind?: Exclude<SourceKind, 'CONFIDENTIAL'>; aliases?: string[]; role?: string; parentId?: string }
async function aSource(name: string, { kind = 'ORGANISATION', ...more }: More = {}) {
  const { id } = await addSource(desk.checker.ctx, { ...once(), id: newId(), kind, name, ...more })
  return id
}

async function merge(ctx: Ctx, keptId: string, droppedId: string) {
  const rows = await db.source.findMany({ where: { id: { in: [keptId, droppedId] } } })
  const versionOf = (id: string) => rows.find((row) => row.id === id)?.version ?? 1
  const versions = { keptVersion: versionOf(keptId), droppedVersion: versionOf(droppedId) }
  return mergeSources(ctx, { ...once(), id: newId(), keptId, droppedId, ...versions })
}

const undo = (ctx: Ctx, id: string) => undoMerge(ctx, { ...once(), id })

const hop = (sourceId: string, more: { affiliationId?: string; onBehalfOfId?: string } = {}) => ({
  ...{ id: newId(), sourceId, speechAct: 'SAID' as const },
  ...more,
})

async function aChain(claimId: string, hops: ReturnType<typeof hop>[]) {
  const id = newId()
  await saveAttribution(desk.editor.ctx, { ...once(), claimId, id, version: null, hops })
  return id
}

/** Everything that can refer to a source, as it stands; versions of sources only count changes. */
async function dump() {
  const where = { projectId: desk.project.id }
  const orderBy = { id: 'asc' } as const
  const sources = await db.source.findMany({ where, orderBy })
  return {
    sources: sources.map(({ version, ...source }) => source),
    hops: await db.hop.findMany({ where, orderBy }),
    chains: await db.attribution.findMany({ where, orderBy }),
    evidence: await db.evidence.findMany({ where, orderBy }),
    figures: await db.figure.findMany({ where, orderBy }),
    warnings: await db.warning.findMany({ where, orderBy }),
    articles: await db.article.findMany({ where, orderBy }),
    replies: await db.replyRequest.findMany({ where, orderBy }),
    claims: await db.claim.findMany({ where, orderBy }),
  }
}

/** References of every kind to the one that is to go, and some to the one that stays. */
async function referTo(kept: string, dropped: string) {
  const { ctx } = desk.editor
  const claim = await aClaim(ctx, desk.version, 'dix morts', 'THREAT_WARNING')
  const speaker = await aSource('Un porte-parole', { kind: 'UNNAMED_IN_TEXT', role: 'porte-parole', parentId: dropped })
  await aChain(claim.id, [hop(speaker, { affiliationId: dropped, onBehalfOfId: dropped }), hop(dropped)])
  await aChain(claim.id, [hop(kept), hop(dropped)])
  const ofClaim = { claimId: claim.id, version: null }
  const chain = { id: newId(), version: null, hops: [hop(dropped), hop(kept)] }
  const item = { stance: 'SUPPORTS', sourceId: dropped, attribution: chain } as const
  await saveEvidence(ctx, { ...once(), id: newId(), ...ofClaim, ...item })
  await saveWarning(ctx, { ...once(), id: newId(), ...ofClaim, issuerId: dropped, onBehalfOfId: dropped })
  await saveFigure(ctx, {
    ...{ ...once(), id: newId(), ...ofClaim, measure: 'KILLED', verbatim: 'dix morts', qualifier: 'EXACT', best: 10 },
    ...{ population: 'ARMED_GROUP', populationSourceId: dropped },
  })
  await db.replyRequest.create({
    data: {
      ...{ id: newId(), projectId: desk.project.id, claimId: claim.id, sourceId: dropped, outcome: 'WAITING' },
      ...{ createdById: desk.editor.user.id, createdAt: ctx.now },
    },
  })
  return claim.id
}

describe('mergeSources', () => {
  test('moves every reference, keeps the name as an alias, and undoing restores exactly what was', async () => {
    const kept = await aSource('Pentagone', { aliases: ['le Pentagone'] })
    const dropped = await aSource('Pentagon', { aliases: ['DoD', 'LE PENTAGONE'] })
    await referTo(kept, dropped)
    const before = await dump()

    const preview = await getMergePreview(desk.viewer.ctx, kept, dropped)
    const counts = preview.references.map(({ table, column, count }) => [`${table}.${column}`, count])
    expect(Object.fromEntries(counts)).toEqual({
      ...{ 'Hop.sourceId': 3, 'Hop.affiliationId': 1, 'Hop.onBehalfOfId': 1, 'Evidence.sourceId': 1 },
      ...{ 'Warning.issuerId': 1, 'Warning.onBehalfOfId': 1, 'Article.outletId': 0, 'Source.parentId': 1 },
      ...{ 'ReplyRequest.sourceId': 1, 'SourcePart.sourceId': 0, 'SourcePart.wholeId': 0 },
      'Figure.populationSourceId': 1,
    })
    expect(preview.bothInARow.total).toBe(1)
    expect(preview.aliases).toEqual(['Pentagon', 'DoD'])
    expect(preview.reasons).toEqual([{ key: 'permission.editor' }])

    const { id, moved } = await merge(desk.editor.ctx, kept, dropped)
    expect(moved).toBe(11)
    const after = await dump()
    expect(JSON.stringify({ ...after, sources: [] })).not.toContain(dropped)
    expect(after.sources.find((source) => source.id === kept)?.aliases).toEqual(['le Pentagone', 'Pentagon', 'DoD'])
    expect(after.sources.find((source) => source.id === dropped)?.mergedIntoId).toBe(kept)

    expect(await undo(desk.editor.ctx, id)).toMatchObject({ moved: 11, left: 0, droppedId: dropped })
    expect(await dump()).toEqual(before)
  })

  test('works in an approved claim, and touches nothing else there', async () => {
    const kept = await aSource('Reuters')
    const dropped = await aSource('Agence Reuters')
    await claimApproved(
      desk.people,
      desk.text,
      {
        ...{ passages: ['dix morts hier'], category: 'CASUALTIES', wording: 'Dix morts' },
        chains: [[{ sourceId: dropped, speechAct: 'SAID' }]],
        evidence: {
          in: await anotherText(),
          words: 'dix morts',
          stance: 'SUPPORTS',
          knows: 'WITNESSED',
          knowsReason: 'Vu.',
        },
        verdict: { rating: 'unverifiable', rationale: 'Rien ne le dit.' },
      },
      null,
    )
    const before = await dump()
    const { id } = await merge(desk.editor.ctx, kept, dropped)
    const { hops, claims } = await dump()
    expect(hops.map(({ sourceId }) => sourceId)).toEqual([kept])
    expect(claims).toEqual(before.claims)
    await undo(desk.editor.ctx, id)
    expect(await dump()).toEqual(before)
  })

  async function anotherText() {
    const text = 'Dix morts, dit-on : dix morts hier à Kaboul.'
    const { article, version } = await anArticle(db, desk.project, text, 'Another article')
    return { articleId: article.id, versionId: version.id, text }
  }

  test('merged sources are found by the other’s names alone, and their name is not free', async () => {
    const kept = await aSource('Pentagone')
    const dropped = await aSource('Pentagon')
    await merge(desk.editor.ctx, kept, dropped)
    expect((await searchSources(desk.viewer.ctx, 'pentagon')).map(({ id }) => id)).toEqual([kept])
    expect((await listSources(desk.viewer.ctx, { search: 'PENTAGON' })).sources.map(({ id }) => id)).toEqual([kept])
    await expect(aSource('pentagon')).rejects.toMatchObject({
      reasons: [{ key: 'source.alreadyThere', values: { id: kept, name: 'Pentagone' } }],
    })
    const edited = { kind: 'ORGANISATION' as const, name: 'X', aliases: [] }
    await expect(editSource(desk.editor.ctx, { ...once(), id: dropped, version: 2, ...edited })).rejects.toMatchObject({
      reasons: [{ key: 'source.mergedAway' }],
    })
  })

  test('what was written since stays with the kept one, and what went since is told of', async () => {
    const kept = await aSource('Pentagone')
    const dropped = await aSource('Pentagon')
    const claim = await aClaim(desk.editor.ctx, desk.version, 'dix morts')
    const chain = await aChain(claim.id, [hop(dropped)])
    const { id } = await merge(desk.editor.ctx, kept, dropped)
    const later = await aChain(claim.id, [hop(kept)])
    await reviseWith(db, claim.id, (tx) => tx.hop.deleteMany({ where: { attributionId: chain } }))
    expect(await undo(desk.editor.ctx, id)).toMatchObject({ moved: 0, left: 1 })
    expect((await db.hop.findMany({ where: { attributionId: later } })).map((row) => row.sourceId)).toEqual([kept])
  })

  test('undoing is refused once the kept one was merged too, or the name was given anew', async () => {
    const [one, two, three] = [await aSource('Un'), await aSource('Deux'), await aSource('Trois')]
    const first = await merge(desk.editor.ctx, one, two)
    const second = await merge(desk.editor.ctx, three, one)
    await expect(undo(desk.editor.ctx, first.id)).rejects.toMatchObject({
      reasons: [{ key: 'source.keptMergedSince' }],
    })
    await undo(desk.editor.ctx, second.id)
    await expect(undo(desk.editor.ctx, second.id)).rejects.toMatchObject({ code: 'conflict' })
    const edited = { kind: 'ORGANISATION' as const, name: 'Un', aliases: [] }
    const { version } = await db.source.findUniqueOrThrow({ where: { id: one } })
    await editSource(desk.editor.ctx, { ...once(), id: one, version, ...edited })
    const fourth = await aSource('Deux')
    await expect(undo(desk.editor.ctx, first.id)).rejects.toMatchObject({
      reasons: [{ key: 'source.sameNameSince', values: { id: fourth } }],
    })
  })

  test('of two merges of one source at once, one is a conflict', async () => {
    const [one, two, three] = [await aSource('Un'), await aSource('Deux'), await aSource('Trois')]
    // Both have seen the same: who reads late would be told that it is merged already.
    const seen = { ...once(), droppedId: three, keptVersion: 1, droppedVersion: 1 }
    const both = await Promise.allSettled([
      mergeSources(desk.editor.ctx, { ...seen, id: newId(), keptId: one }),
      mergeSources(desk.admin.ctx, { ...seen, ...once(), id: newId(), keptId: two }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((each) => each.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'conflict', reasons: [{ key: 'changedMeanwhile' }] })
  })

  test('no circle, no article, no outlet of articles into another kind, no unnamed with named voice', async () => {
    const top = await aSource('Ministère', { kind: 'ORGANISATION' })
    const child = await aSource('Communiqué', { kind: 'DOCUMENT', parentId: top })
    await expect(merge(desk.editor.ctx, child, top)).rejects.toMatchObject({ reasons: [{ key: 'source.mergeCircle' }] })
    await expect(merge(desk.editor.ctx, top, desk.article.sourceId)).rejects.toMatchObject({
      reasons: [{ key: 'source.mergeArticle' }],
    })
    const outlet = await aSource('WION', { kind: 'OUTLET' })
    await db.article.update({ where: { id: desk.article.id }, data: { outletId: outlet } })
    const person = await aSource('Un envoyé', { kind: 'PERSON' })
    await expect(merge(desk.editor.ctx, person, outlet)).rejects.toMatchObject({
      reasons: [{ key: 'source.mergeOutlet' }],
    })
    const voice = await aSource('des responsables', { kind: 'UNNAMED_IN_TEXT' })
    await expect(merge(desk.editor.ctx, top, voice)).rejects.toMatchObject({
      reasons: [{ key: 'source.mergeUnnamedWithNamed' }],
    })
    const official = await aSource('un responsable', { kind: 'UNNAMED_IN_TEXT', role: 'responsable', parentId: top })
    await expect(merge(desk.editor.ctx, voice, official)).rejects.toMatchObject({
      reasons: [{ key: 'source.mergeOtherRole' }],
    })
    await merge(desk.editor.ctx, voice, await aSource('certains', { kind: 'UNNAMED_IN_TEXT' }))
    await expect(merge(desk.checker.ctx, top, child)).rejects.toMatchObject({ code: 'forbidden' })
    await merge(desk.editor.ctx, top, child)
  })

  test('another project’s sources are not there', async () => {
    const [mine, also] = [await aSource('Un'), await aSource('Deux')]
    const { id } = await merge(desk.editor.ctx, mine, also)
    const { editor } = await aProject()
    await expect(merge(editor.ctx, mine, also)).rejects.toMatchObject({ code: 'not-found' })
    await expect(undo(editor.ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(getMergePreview(editor.ctx, mine, also)).rejects.toMatchObject({ code: 'not-found' })
    const foreign = await addSource(editor.ctx, { ...once(), id: newId(), kind: 'ORGANISATION', name: 'Un' })
    await expect(merge(desk.editor.ctx, mine, foreign.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
