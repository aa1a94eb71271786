import { beforeAll, describe, expect, test } from 'vitest'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { getDb } from '@/lib/db'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { nameKey } from '@/lib/sources/name-key'
import { getSource, listChildren, listMerges, listReliability } from '@/lib/sources/queries/get-source'
import { listSources } from '@/lib/sources/queries/list-sources'
import { findNearSources } from '@/lib/sources/queries/near-sources'
import { getFares, listSaid, listWarningsOfSource } from '@/lib/sources/queries/said'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { listSharedNames } from '@/lib/sources/queries/shared-names'
import { ENTITIES } from '@/lib/text/entities'
import type { SourceKind, SpeechAct } from '@/prisma/generated/enums'
import { aClaim, actingAs, anArticle, aProject, once } from '@/seeds/builders'
import { claimApproved } from '@/seeds/scenarios'

const db = getDb()
const TEXT = 'Selon Anas Mallick, le Pentagone dit dix morts. Le Pentagone dément. Des frappes ont eu lieu hier.'

let desk: Awaited<ReturnType<typeof aDesk>>
let other: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aDesk()
  other = await aProject()
})

async function aDesk() {
  const team = await aProject()
  const { article, version } = await anArticle(db, team.project, TEXT)
  const again = await anArticle(db, team.project, 'Dix morts, dit-on : dix morts à Kaboul.', 'Another')
  const source = async (name: string, kind: Exclude<SourceKind, 'CONFIDENTIAL'>, more = {}) =>
    (await addSource(team.checker.ctx, { ...once(), id: newId(), kind, name, ...more })).id
  const pentagon = await source('Pentagone', 'ORGANISATION', { aliases: ['Département de la Défense'] })
  const mallick = await source('Anas Mallick', 'PERSON')
  const unused = await source('Agence France-Presse', 'ORGANISATION')
  const hop = (sourceId: string, speechAct: SpeechAct = 'SAID') => ({ id: newId(), sourceId, speechAct })
  const { ctx } = team.editor
  const one = await aClaim(ctx, version, 'dix morts')
  const chain = { ...once(), claimId: one.id, version: null }
  await saveAttribution(ctx, { ...chain, id: newId(), hops: [hop(mallick), hop(pentagon)] })
  const item = { claimId: one.id, version: null, stance: 'SUPPORTS', sourceId: pentagon } as const
  await saveEvidence(ctx, { ...once(), id: newId(), ...item })
  const denied = await aClaim(ctx, version, 'Des frappes')
  await saveAttribution(ctx, {
    ...once(),
    claimId: denied.id,
    version: null,
    id: newId(),
    hops: [hop(pentagon, 'DENIED')],
  })
  const ratingId = async (key: string) => team.ratings.find((each) => each.key === key)?.id ?? ''
  const people = { editor: ctx, checker: team.checker.ctx, ratingId }
  const text = { articleId: article.id, versionId: version.id, text: TEXT }
  const elsewhere = { articleId: again.article.id, versionId: again.version.id, text: again.version.text }
  const approved = await claimApproved(people, text, {
    ...{ passages: ['hier'], category: 'OTHER', wording: 'Des frappes hier' },
    chains: [[{ sourceId: pentagon, speechAct: 'SAID' }]],
    evidence: { in: elsewhere, words: 'dix morts', stance: 'CONTEXT' },
    verdict: { rating: 'unverifiable', rationale: 'Rien.' },
  })
  return { ...team, pentagon, mallick, unused, claims: { one: one.id, denied: denied.id, approved } }
}

const ASSERTING: SpeechAct[] = ['SAID', 'REPORTED']

describe('listSources', () => {
  const ids = async (asked: Parameters<typeof listSources>[1]) =>
    (await listSources(desk.viewer.ctx, asked)).sources.map(({ id }) => id)

  test('counts the claims in which a source stands, as origin and as relay', async () => {
    const { sources, total } = await listSources(desk.viewer.ctx, {})
    const counts = ({ id }: { id: string }) => {
      const found = sources.find((source) => source.id === id)
      return [found?.claims, found?.asOrigin, found?.asRelay]
    }
    expect(counts({ id: desk.pentagon })).toEqual([3, 3, 0])
    expect(counts({ id: desk.mallick })).toEqual([1, 0, 1])
    expect(counts({ id: desk.unused })).toEqual([0, 0, 0])
    expect(total).toEqual({ count: 5, more: false })
  })

  test('finds by name, alias and near name, and filters by kind, place and order', async () => {
    expect(await ids({ search: 'malick' })).toEqual([desk.mallick])
    expect(await ids({ search: 'DÉFENSE' })).toEqual([desk.pentagon])
    expect(await ids({ search: '100%' })).toEqual([])
    expect(await ids({ place: 'origin' })).toEqual([desk.pentagon])
    expect(await ids({ place: 'relay' })).toEqual([desk.mallick])
    expect(await ids({ place: 'never', kind: 'ORGANISATION' })).toEqual([desk.unused])
    expect(await ids({ kind: 'ARTICLE' })).toHaveLength(2)
    expect(await ids({ kind: 'DOCUMENT' })).toEqual([])
    expect((await ids({ order: 'claims' }))[0]).toBe(desk.pentagon)
    expect(await listSources(other.viewer.ctx, {})).toMatchObject({ sources: [], total: { count: 0 }, pages: 1 })
  })
})

test('what a source said: its claims, where it stands in them, and through whom', async () => {
  const { said, total } = await listSaid(desk.viewer.ctx, desk.pentagon)
  expect(total).toBe(3)
  const one = said.find(({ id }) => id === desk.claims.one)
  expect(one?.places.sort()).toEqual(['EVIDENCE', 'ORIGIN'])
  expect(one?.chains.map(({ hops }) => hops.map(({ source }) => source.name))).toEqual([['Anas Mallick', 'Pentagone']])
  expect(said.find(({ id }) => id === desk.claims.approved)?.verdict).toMatchObject({ isApproved: true })
  expect((await listSaid(desk.viewer.ctx, desk.mallick, { place: 'ORIGIN' })).total).toBe(0)
  expect((await listSaid(other.viewer.ctx, desk.pentagon)).total).toBe(0)
})

test('how its claims fared: approved verdicts, and those that it did not deny', async () => {
  const fares = await getFares(desk.viewer.ctx, desk.pentagon, ASSERTING)
  expect(fares.approved).toMatchObject([{ rating: { key: 'unverifiable' }, claims: 1 }])
  expect(fares).toMatchObject({ notApproved: [], withoutVerdict: 1, total: 2 })
})

describe('judgeSource', () => {
  const judged = { grade: 'B', reason: 'Deux ans de chiffres confirmés.', judgedOn: '2021-08-20' } as const
  const judge = (more = {}) => ({ ...once(), id: newId(), sourceId: desk.unused, ...judged, ...more })

  test('is added to what was judged before, which nothing changes', async () => {
    await judgeSource(desk.checker.ctx, judge())
    await judgeSource(desk.checker.ctx, judge({ grade: 'C', judgedOn: '2021-08-26' }))
    const judgements = await listReliability(desk.viewer.ctx, desk.unused)
    expect(judgements.map(({ grade, judgedOn }) => [grade, judgedOn])).toEqual([
      ['C', '2021-08-26'],
      ['B', '2021-08-20'],
    ])
    const { sources } = await listSources(desk.viewer.ctx, { grade: 'C' })
    expect(sources.map(({ id }) => id)).toEqual([desk.unused])
    await expect(db.sourceReliability.updateMany({ data: { grade: 'A' } })).rejects.toThrow()
    await expect(db.sourceReliability.deleteMany({})).rejects.toThrow()
    expect(await listReliability(desk.viewer.ctx, desk.unused)).toEqual(judgements)
  })

  test('needs a reason, a grade and a day that has come, and a member', async () => {
    const attempts = [judge({ reason: ' ' }), judge({ grade: 'G' }), judge({ judgedOn: '2021-09-01' })]
    for (const attempt of attempts)
      await expect(judgeSource(desk.checker.ctx, attempt)).rejects.toMatchObject({ code: 'invalid' })
    await expect(judgeSource(desk.viewer.ctx, judge())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(judgeSource(other.checker.ctx, judge())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('editSource', () => {
  const fields = { kind: 'ORGANISATION' as const, name: 'Agence France-Presse', aliases: ['AFP', 'afp', ' '] }
  const edit = (more = {}) => ({ ...once(), id: desk.unused, version: 1, ...fields, ...more })

  test('keeps each alias once, raises the version, and refuses one that was changed meanwhile', async () => {
    const ctx = desk.checker.ctx
    await expect(editSource(ctx, edit())).rejects.toMatchObject({ code: 'invalid' })
    const aliases = ['AFP', 'afp']
    expect(await editSource(ctx, edit({ aliases, interests: 'État', wikidataId: 'q40464' }))).toMatchObject({
      version: 2,
    })
    expect(await getSource(ctx, desk.unused)).toMatchObject({
      aliases: ['AFP'],
      interests: 'État',
      wikidataId: 'Q40464',
    })
    await expect(editSource(ctx, edit({ aliases }))).rejects.toMatchObject({ code: 'conflict' })
  })

  test('refuses a name that another has, a circle of parents, another kind for an article', async () => {
    const ctx = desk.checker.ctx
    const { version } = await getSource(ctx, desk.unused)
    await expect(
      editSource(ctx, edit({ version, name: 'département de la défense', aliases: [] })),
    ).rejects.toMatchObject({ reasons: [{ key: 'source.alreadyThere', values: { id: desk.pentagon } }] })
    const child = await addSource(ctx, {
      ...once(),
      id: newId(),
      kind: 'OUTLET',
      name: 'AFP TV',
      parentId: desk.unused,
    })
    await expect(editSource(ctx, edit({ version, aliases: [], parentId: child.id }))).rejects.toMatchObject({
      reasons: [{ key: 'source.parentCircle' }],
    })
    expect(await listChildren(ctx, desk.unused)).toMatchObject({ total: { count: 1 }, children: [{ name: 'AFP TV' }] })
    const article = await db.article.findFirstOrThrow({ where: { projectId: desk.project.id } })
    await expect(editSource(ctx, edit({ id: article.sourceId, name: 'X', aliases: [] }))).rejects.toMatchObject({
      reasons: [{ key: 'source.kindFixed' }],
    })
    await expect(editSource(desk.viewer.ctx, edit({ aliases: [] }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(editSource(other.editor.ctx, edit({ aliases: [] }))).rejects.toMatchObject({ code: 'not-found' })
  })
})

// Each character of a block between two letters: controls and halves of pairs are no text.
const lettersOf = (from: number) =>
  Array.from({ length: 0x100 }, (_, at) => from + at)
    .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
    // Capitals of 2024 and 2025, of which not each knows the small letters.
    .filter((code) => (code < 0xa7cb || code > 0xa7f1) && (code < 0x16ea0 || code > 0x16edf))
    .map((code) => `a${String.fromCodePoint(code)}`)
    .join('b')

test('the database folds names as the code does', async () => {
  const names = [
    '  L’Équipe\u00a0 « du  soir » ',
    ...[
      'ISIS‑K — Khorasan',
      'ΆΓΊΑ',
      'Ёлка',
      'İstanbul',
      'ﬁn',
      'a´b',
      'ذَبِيح',
      'שָׁלוֹם',
      'が',
      '\ufeffX\u2028Y',
      'नई',
      '"‟',
      '',
    ],
    ...[
      'Ci\u00advil\u200b\u2060\ufeff\u202eX',
      'Œuvre ÆGIR œ æ',
      'Łódź Øre Đorđe STRAẞE Þór',
      'ISTANBUL ıstanbul',
      'ΟΔΟΣ οδός',
    ],
    ...['ＡＦＰ ｶﾞｰﾅ ガ', '한국', 'ไม้', 'مـــحمد ﻣﺤﻤﺪ ﷺ', 'کتاب علی ١٣ ۱۳', 'צה״ל שׁ', 'm² № ½ ⑫ ™', '👨‍👩‍👧 é️'],
    ...[
      'Caf&eacute; &amp; &amp;amp; Cie',
      '&#233;&#xE9;&#0;&#xd800;&#1114112;&#9999999;',
      'a &b; & &unknown; &lt;&apos;&quot;',
      'AT&T;',
    ],
    ...[
      "''Le Monde''",
      'l′heure ʼ ʻ ʽ `',
      '‹X› 「Y」 《Z》 ‑ — − ־ ⁃',
      'x\u3000y\u2009z\u1680',
      '…',
      '\u0301x',
      'Ё й ї',
    ],
    ...Array.from(ENTITIES.keys(), (name) => `a&${name};b`),
    ...Array.from({ length: 0x300 }, (_, block) => lettersOf(block * 0x100)),
  ]
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT name_key(name) AS key FROM unnest(${names}::text[]) WITH ORDINALITY AS n(name, i) ORDER BY i`
  const other = rows.flatMap(({ key }, at) => {
    const expected = nameKey(names[at] ?? '')
    return key === expected ? [] : [{ name: names[at], key, expected }]
  })
  expect(other).toEqual([])
})

describe('two names that became one by the folding', () => {
  // As the migration leaves them: no command makes such a pair.
  async function aPair() {
    const { project, viewer, editor } = await aProject()
    const [kept, later] = [newId(), newId()]
    const of = { projectId: project.id, kind: 'PERSON' as const, nameKey: 'oeuvre', aliases: [] as string[] }
    await db.source.create({ data: { ...of, id: kept, name: 'Oeuvre', createdAt: new Date(0) } })
    await db.source.create({ data: { ...of, id: later, name: 'Œuvre', sharesName: true, createdAt: new Date(1) } })
    return { kept, later, viewer, editor }
  }

  test('are both kept and listed, until they are merged; that can be undone', async () => {
    const { kept, later, viewer, editor } = await aPair()
    expect(await listSharedNames(viewer.ctx)).toEqual([
      { one: { id: kept, name: 'Oeuvre', kind: 'PERSON' }, other: { id: later, name: 'Œuvre', kind: 'PERSON' } },
    ])
    expect(await listSharedNames(desk.viewer.ctx)).toEqual([])
    const merged = { ...once(), id: newId(), keptId: kept, droppedId: later }
    await mergeSources(editor.ctx, { ...merged, keptVersion: 1, droppedVersion: 1 })
    expect(await listSharedNames(viewer.ctx)).toEqual([])
    await undoMerge(editor.ctx, { ...once(), id: merged.id })
    expect(await listSharedNames(viewer.ctx)).toHaveLength(1)
  })

  test('are edited as others are, and told apart by another name', async () => {
    const { later, viewer, editor } = await aPair()
    const fields = { id: later, kind: 'PERSON' as const, name: 'Œuvre', aliases: [], parentId: null }
    await editSource(editor.ctx, { ...once(), ...fields, version: 1, role: 'peintre' })
    expect(await listSharedNames(viewer.ctx)).toHaveLength(1)
    await editSource(editor.ctx, { ...once(), ...fields, version: 2, name: 'Œuvre (peintre)' })
    expect(await listSharedNames(viewer.ctx)).toEqual([])
    const again = { ...once(), ...fields, version: 3, name: 'OEUVRE' }
    await expect(editSource(editor.ctx, again)).rejects.toMatchObject({ reasons: [{ key: 'source.alreadyThere' }] })
  })
})

test('one or two letters find where words of names, and aliases, begin', async () => {
  const found = async (text: string) => (await searchSources(desk.viewer.ctx, text)).map(({ id }) => id)
  expect(await found('ma')).toEqual([desk.mallick])
  expect(await found('Dé')).toEqual([desk.pentagon])
  expect(await found('ll')).toEqual([])
  expect(await found('llick')).toEqual([desk.mallick])
  expect(await found('de la defense')).toEqual([desk.pentagon])
  expect(await found('_')).toEqual([])
  expect((await found('')).length).toBeGreaterThan(2)
})

test('near names are found whatever the kind of named source; unnamed voices have none', async () => {
  const near = async (name: string, kind: SourceKind = 'ORGANISATION') =>
    (await findNearSources(desk.viewer.ctx, { name, kind })).map(({ id }) => id)
  expect(await near('le Pentagone')).toEqual([desk.pentagon])
  expect(await near('Pentagon', 'OUTLET')).toEqual([desk.pentagon])
  expect(await near('departement de la defense')).toEqual([desk.pentagon])
  expect(await near('M. Mallick', 'PERSON')).toEqual([desk.mallick])
  expect(await near('AFP')).toContain(desk.unused)
  expect(await near('Reuters')).toEqual([])
  expect(await near('Pentagon', 'UNNAMED_IN_TEXT')).toEqual([])
  expect(await findNearSources(other.viewer.ctx, { name: 'Pentagon', kind: 'ORGANISATION' })).toEqual([])
})

test('all of it is closed to who has no part in the project', async () => {
  const nobody = actingAs(desk.checker.user, desk.project, null)
  const id = desk.pentagon
  const asked = [
    listSources(nobody),
    listSaid(nobody, id),
    getFares(nobody, id, ASSERTING),
    listReliability(nobody, id),
    listMerges(nobody, id),
    listChildren(nobody, id),
    listWarningsOfSource(nobody, id),
    findNearSources(nobody, { name: 'x', kind: 'PERSON' }),
  ]
  for (const query of asked) await expect(query).rejects.toMatchObject({ code: 'not-found' })
})
