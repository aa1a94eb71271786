import { beforeAll, describe, expect, test } from 'vitest'
import { withWords } from '@/lib/articles/seen-words'
import { getDb } from '@/lib/db'
import { restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { listEvidence } from '@/lib/evidence/queries'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
const OTHER_TEXT = 'Un premier alinéa 𝒳.\n\nISIS-K est le plus violent, selon l’armée américaine.'

async function aDesk() {
  const desk = await aProject(db)
  const own = await anArticle(db, desk.project, 'ISIS-K est le plus extrême. Fin.')
  const elsewhere = await anArticle(db, desk.project, OTHER_TEXT, 'The other article')
  const claim = await aClaim(desk.checker.ctx, own.version, 'ISIS-K est le plus extrême')
  const army = await addSource(desk.checker.ctx, { ...once(), id: newId(), kind: 'ORGANISATION', name: 'Armée' })
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  return { ...desk, own, elsewhere, claim, army: army.id }
}

let desk: Awaited<ReturnType<typeof aDesk>>
let other: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
  other = await aDesk()
})

const anItem = (more: object = {}) => ({
  ...once(),
  id: newId(),
  claimId: desk.claim.id,
  version: null,
  stance: 'SUPPORTS' as const,
  ...more,
})
const aPassage = (quote: string, more: object = {}) => ({
  id: newId(),
  articleId: desk.elsewhere.article.id,
  versionId: desk.elsewhere.version.id,
  ...placeOf(OTHER_TEXT, quote),
  ...more,
})
const revision = async () => (await db.claim.findUniqueOrThrow({ where: { id: desk.claim.id } })).revision
const shown = async (id: string) => (await listEvidence(desk.viewer.ctx, desk.claim.id)).find((item) => item.id === id)
const refusal = (key: string, code?: string) =>
  expect.objectContaining({
    ...(code ? { code } : {}),
    reasons: expect.arrayContaining([expect.objectContaining({ key })]),
  })

describe('evidence', () => {
  test('from the claim’s own article is refused, also when the id is written in capitals', async () => {
    const place = placeOf(desk.own.version.text, 'Fin')
    const own = { id: newId(), articleId: desk.own.article.id.toUpperCase(), versionId: desk.own.version.id, ...place }
    const attempt = saveEvidence(desk.checker.ctx, anItem({ passage: own }))
    await expect(attempt).rejects.toEqual(refusal('evidence.sameArticle', 'invalid'))
  })

  test('from another article takes its quote from the text and its source from the article', async () => {
    const before = await revision()
    const item = anItem({ passage: aPassage('ISIS-K est le plus violent'), quote: 'something else', stance: 'REPEATS' })
    const saved = await saveEvidence(desk.checker.ctx, item)
    expect(saved).toMatchObject({ version: 1, revision: before + 1 })
    expect(await shown(item.id)).toMatchObject({
      quote: 'ISIS-K est le plus violent',
      source: { id: desk.elsewhere.source.id },
      passage: { articleTitle: 'The other article', paragraph: 2 },
      createdBy: { name: 'Checker' },
      attribution: null,
    })
  })

  test('carries a chain of its own, which is kept, changed and taken away with it', async () => {
    const hops = (act: 'SAID' | 'DENIED') => [
      {
        id: newId(),
        sourceId: desk.army,
        speechAct: act,
        cueWords: { id: newId(), ...placeOf(OTHER_TEXT, 'selon') },
      },
    ]
    const chain = { id: newId(), version: null, versionId: desk.elsewhere.version.id, hops: hops('SAID') }
    const item = anItem({ passage: aPassage('ISIS-K est le plus violent'), attribution: chain })
    await saveEvidence(desk.checker.ctx, item)
    expect((await shown(item.id))?.attribution?.hops[0]).toMatchObject({
      source: { name: 'Armée' },
      cueWords: { exact: 'selon' },
    })
    await saveEvidence(desk.checker.ctx, { ...item, ...once(), version: 1, attribution: undefined, note: 'Kept.' })
    expect((await shown(item.id))?.attribution?.hops).toHaveLength(1)
    const changed = { ...chain, version: 1, hops: hops('DENIED') }
    await saveEvidence(desk.checker.ctx, { ...item, ...once(), version: 2, attribution: changed })
    expect((await shown(item.id))?.attribution).toMatchObject({ version: 2, hops: [{ speechAct: 'DENIED' }] })
    await saveEvidence(desk.checker.ctx, { ...item, ...once(), version: 3, attribution: null })
    expect((await shown(item.id))?.attribution).toBeNull()
  })

  test('repeated by the same command id is saved once; a stale version is a conflict; both states are kept', async () => {
    const item = anItem({ sourceId: desk.army, note: 'First.' })
    const first = await saveEvidence(desk.checker.ctx, item)
    expect(await saveEvidence(desk.checker.ctx, item)).toEqual(first)
    const change = { ...item, ...once(), version: 1, note: 'Second.' }
    await saveEvidence(desk.editor.ctx, change)
    await expect(saveEvidence(desk.checker.ctx, { ...change, ...once() })).rejects.toEqual(refusal('changedMeanwhile'))
    const entry = await db.auditEntry.findUniqueOrThrow({ where: { commandId: change.commandId } })
    expect(entry).toMatchObject({ before: { note: 'First.', version: 1 }, after: { note: 'Second.', version: 2 } })
  })

  test('is withdrawn but kept, not changed meanwhile, and taken back', async () => {
    const item = anItem({ sourceId: desk.army })
    await saveEvidence(desk.checker.ctx, item)
    const before = await revision()
    const withdrawal = { ...once(), id: item.id, version: 1, reason: 'A wrong reading.' }
    expect(await withdrawEvidence(desk.checker.ctx, withdrawal)).toMatchObject({ version: 2, revision: before + 1 })
    expect((await shown(item.id))?.withdrawnAt).not.toBeNull()
    const entry = await db.auditEntry.findUniqueOrThrow({ where: { commandId: withdrawal.commandId } })
    expect(entry.reason).toBe('A wrong reading.')
    const change = saveEvidence(desk.checker.ctx, { ...item, ...once(), version: 2 })
    await expect(change).rejects.toEqual(refusal('evidence.withdrawn', 'refused'))
    await restoreEvidence(desk.checker.ctx, { ...once(), id: item.id, version: 2 })
    expect((await shown(item.id))?.withdrawnAt).toBeNull()
  })

  test('a search that found nothing is evidence, when it says where and how', async () => {
    const item = anItem({ stance: 'SEARCHED_NOTHING_FOUND', note: 'Both texts, for « WION ».' })
    await saveEvidence(desk.checker.ctx, item)
    expect(await shown(item.id)).toMatchObject({ source: null, passage: null, note: 'Both texts, for « WION ».' })
  })
})

describe('refused, with nothing written', () => {
  const untouched = async (work: () => Promise<unknown>, expected: unknown) => {
    const [items, spans, was] = [await db.evidence.count(), await db.span.count(), await revision()]
    await expect(work()).rejects.toEqual(expected)
    expect([await db.evidence.count(), await db.span.count(), await revision()]).toEqual([items, spans, was])
  }
  const save = (more: object) => saveEvidence(desk.checker.ctx, anItem(more))

  test('a viewer, a checker whom the claim is not assigned to, and an outsider', async () => {
    const item = anItem({ sourceId: desk.army })
    await untouched(() => saveEvidence(desk.viewer.ctx, item), refusal('permission.editor', 'forbidden'))
    await untouched(() => saveEvidence(desk.checker2.ctx, item), refusal('permission.assignee', 'forbidden'))
    await untouched(() => saveEvidence(other.checker.ctx, item), refusal('notFound', 'not-found'))
  })

  test('nowhere to be found, a fruitless search without its note, a credibility that is none', async () => {
    await untouched(() => save({}), refusal('evidence.whereMissing', 'invalid'))
    await untouched(
      () => save({ stance: 'SEARCHED_NOTHING_FOUND', sourceId: desk.army }),
      refusal('evidence.searchNoteMissing'),
    )
    await untouched(
      () => save({ sourceId: desk.army, credibility: 7 }),
      refusal('evidence.credibilityRange', 'invalid'),
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org/', 'exemple'])(
    'the address %s',
    async (url) => {
      await untouched(() => save({ url }), refusal('invalidUrl', 'invalid'))
    },
  )

  test('a source, an article or a version of another project', async () => {
    await untouched(() => save({ sourceId: other.army }), refusal('notFound', 'not-found'))
    const foreign = { articleId: other.elsewhere.article.id, versionId: other.elsewhere.version.id }
    await untouched(() => save({ passage: aPassage('ISIS-K', foreign) }), refusal('notFound', 'not-found'))
    const mixed = aPassage('ISIS-K', { versionId: other.elsewhere.version.id })
    await untouched(() => save({ passage: mixed }), refusal('notFound', 'not-found'))
    const own = aPassage('ISIS-K', {
      versionId: desk.own.version.id,
      ...withWords(desk.own.version.text, { start: 0, end: 6 }),
    })
    await untouched(() => save({ passage: own }), refusal('span.otherArticle', 'invalid'))
  })

  test('a passage of the claim’s own article, outside its text, or with other words than were seen', async () => {
    const seen = aPassage('ISIS-K', { exact: 'ISIS‑K' })
    await untouched(() => save({ passage: seen }), refusal('span.otherWords', 'invalid'))
    const passage = {
      id: newId(),
      articleId: desk.own.article.id,
      versionId: desk.own.version.id,
      ...withWords(desk.own.version.text, { start: 0, end: 6 }),
    }
    await untouched(() => save({ passage }), refusal('evidence.sameArticle', 'invalid'))
    await untouched(() => save({ passage: aPassage('ISIS-K', { end: 9999 }) }), refusal('span.outside', 'invalid'))
  })

  test('while the claim is under review', async () => {
    const item = anItem({ sourceId: desk.army })
    await saveEvidence(desk.checker.ctx, item)
    await walkTo(db, desk.claim, 'IN_REVIEW')
    await untouched(() => save({ sourceId: desk.army }), refusal('claim.locked', 'refused'))
    const withdrawal = { ...once(), id: item.id, version: 1, reason: null }
    await untouched(() => withdrawEvidence(desk.editor.ctx, withdrawal), refusal('claim.locked', 'refused'))
    await walkTo(db, desk.claim, 'CHECKING')
  })
})
