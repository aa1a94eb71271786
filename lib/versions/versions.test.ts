import { beforeEach, describe, expect, test } from 'vitest'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions } from '@/lib/attributions/queries'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addVersion } from '@/lib/versions/commands/add-version'
import { letGoAnchoring, reopenAnchoring, takeAnchoring } from '@/lib/versions/commands/settle-anchoring'
import { countToSettle } from '@/lib/versions/queries/count-to-settle'
import { getEarlierText } from '@/lib/versions/queries/get-earlier-text'
import { getSettling } from '@/lib/versions/queries/get-settling'
import { listVersions } from '@/lib/versions/queries/list-versions'
import { previewVersion } from '@/lib/versions/queries/preview-version'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'
import { aSource } from '@/seeds/chain-builders'

const db = getDb()
const REFRAIN = 'Le ministère de la Santé se tait sur ce point.'
const TEXT = `Selon M. Mallick, sept terroristes sont en fuite depuis hier matin. Ils seraient à Kaboul.

Le bilan de l’attaque est passé à 170 morts, ont dit des témoins sur place. ${REFRAIN}

Une porte de l’aéroport reste fermée aux voyageurs, selon la police de la ville.`
// The first paragraph as it was; another total; the refrain twice, elsewhere; the last paragraph is gone.
const NEXT = `Selon M. Mallick, sept terroristes sont en fuite depuis hier matin. Ils seraient à Kaboul.

Le bilan de l’attaque est passé à 182 morts, ont dit des témoins sur place. Rien de plus.

Autre chose encore : ${REFRAIN} Dix jours plus tard, on écrit : ${REFRAIN}`

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function aDesk() {
  const desk = await aProject(db)
  const { article, version } = await anArticle(db, desk.project, TEXT)
  const mark = (words: string) => aClaim(desk.checker.ctx, version, words)
  const claims = {
    same: await mark('sept terroristes sont en fuite'),
    moved: await mark('Le bilan de l’attaque est passé à 170 morts'),
    twice: await mark(REFRAIN),
    gone: await mark('Une porte de l’aéroport reste fermée aux voyageurs'),
    locked: await mark('Ils seraient à Kaboul'),
  }
  await assignedTo(db, claims.locked, desk.checker.user, desk.editor.user)
  await walkTo(db, claims.locked, 'IN_REVIEW')
  return { ...desk, article, version, claims }
}
let desk: Awaited<ReturnType<typeof aDesk>>
beforeEach(async () => {
  desk = await aDesk()
})

const add = (text: string, more: object = {}) =>
  addVersion(desk.editor.ctx, { ...once(), id: newId(), articleId: desk.article.id, bytes: bytesOf(text), ...more })
const settling = (ctx: Ctx = desk.editor.ctx) => getSettling(ctx, desk.article.id)
const itemOf = async (claim: { id: string }) => {
  const found = (await settling()).items.find((item) => item.claim.id === claim.id)
  if (!found) throw new Error('nothing is told of that claim')
  return found
}
const textNow = async () => (await settling()).newest.text
const place = async (words: string) => ({ id: newId(), ...placeOf(await textNow(), words) })
const take = async (claim: { id: string }, words: string, ctx = desk.editor.ctx) =>
  takeAnchoring(ctx, { ...once(), id: (await itemOf(claim)).id, place: await place(words) })
const spansOf = async (claim: { id: string }) => {
  const rows = await db.claimSpan.findMany({
    where: { claimId: claim.id },
    include: { span: { include: { version: true } } },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ span }) => `${span.version.number}: ${span.exact}`)
}
const revisionOf = async ({ id }: { id: string }) => (await db.claim.findUniqueOrThrow({ where: { id } })).revision
const refusal = (key: string) => ({ reasons: [expect.objectContaining({ key })] })

describe('a new version', () => {
  test('is told beforehand what becomes of each passage, and nothing is saved by that', async () => {
    const asked = { articleId: desk.article.id, bytes: bytesOf(NEXT) }
    const preview = await previewVersion(desk.editor.ctx, asked)
    expect(preview).toMatchObject({
      counts: { exact: 2, moved: 1, ambiguous: 1, orphaned: 1, locked: 1 },
      isPresent: false,
      read: { existing: null },
    })
    expect(await db.articleVersion.count({ where: { articleId: desk.article.id } })).toBe(1)
    const same = await previewVersion(desk.editor.ctx, { ...asked, bytes: bytesOf(TEXT) })
    expect(same).toMatchObject({ isPresent: true, wordsAdded: 0, wordsGone: 0 })
    await expect(previewVersion(desk.checker.ctx, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(previewVersion(desk.editor.ctx, { ...asked, bytes: bytesOf('  ') })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('carries what is as it was, and leaves all else where it is until somebody settles it', async () => {
    expect(await add(NEXT)).toMatchObject({ added: true, carried: 1, stayed: 4 })
    const { items } = await settling()
    const told = items.map(({ claim, outcome, state, refusals }) => [claim.number, outcome, state, refusals.length])
    expect(told).toEqual([
      [1, 'EXACT', 'TAKEN', 0],
      [5, 'EXACT', 'OPEN', 1],
      [2, 'MOVED', 'OPEN', 0],
      [3, 'AMBIGUOUS', 'OPEN', 0],
      [4, 'ORPHANED', 'OPEN', 0],
    ])
    expect(await spansOf(desk.claims.same)).toEqual([
      '1: sept terroristes sont en fuite',
      '2: sept terroristes sont en fuite',
    ])
    for (const claim of [desk.claims.moved, desk.claims.twice, desk.claims.gone, desk.claims.locked])
      expect(await spansOf(claim)).toHaveLength(1)
    expect(await countToSettle(desk.viewer.ctx, desk.article.id)).toBe(4)
    const { versions } = await listVersions(desk.viewer.ctx, desk.article.id)
    expect(versions).toMatchObject([
      { number: 2, exact: 2, other: 3, letGo: 0, createdBy: { name: 'Editor' } },
      { number: 1, wordsAdded: null },
    ])
    expect(versions[0]?.wordsGone).toBeGreaterThan(10)
    const earlier = await getEarlierText(desk.viewer.ctx, desk.article.id, 1)
    expect(earlier.article.shown.text).toBe(TEXT)
    expect(earlier.marks).toHaveLength(5)
  })

  test('is refused where another text came since it was looked at', async () => {
    const { seenVersionId } = await previewVersion(desk.editor.ctx, {
      articleId: desk.article.id,
      bytes: bytesOf(NEXT),
    })
    await add(`${TEXT} Et un mot.`)
    await expect(add(NEXT, { seenVersionId })).rejects.toMatchObject(refusal('article.newerText'))
  })
})

describe('settling', () => {
  test('what moved is confirmed with other words: another revision; with the very words: none', async () => {
    await add(NEXT)
    const { candidates, span } = await itemOf(desk.claims.moved)
    expect([span.exact, candidates.length]).toEqual(['Le bilan de l’attaque est passé à 170 morts', 1])
    await take(desk.claims.moved, 'Le bilan de l’attaque est passé à 182 morts')
    expect(await revisionOf(desk.claims.moved)).toBe(2)
    expect(await spansOf(desk.claims.moved)).toEqual([
      '1: Le bilan de l’attaque est passé à 170 morts',
      '2: Le bilan de l’attaque est passé à 182 morts',
    ])
    const second = (await itemOf(desk.claims.twice)).candidates[1]
    await take(desk.claims.twice, REFRAIN)
    expect(second).toBeDefined()
    expect(await revisionOf(desk.claims.twice)).toBe(1)
    expect(await countToSettle(desk.viewer.ctx, desk.article.id)).toBe(2)
  })

  test('what is gone is let go, or marked anew; both can be taken back, and nobody settles it twice', async () => {
    await add(NEXT)
    const { id } = await itemOf(desk.claims.gone)
    await letGoAnchoring(desk.editor.ctx, { ...once(), id })
    expect(await itemOf(desk.claims.gone)).toMatchObject({ state: 'LET_GO', settledBy: 'Editor' })
    await expect(take(desk.claims.gone, 'Rien de plus')).rejects.toMatchObject(refusal('anchoring.settledAlready'))
    await reopenAnchoring(desk.editor.ctx, { ...once(), id })
    await take(desk.claims.gone, 'Rien de plus')
    expect(await spansOf(desk.claims.gone)).toHaveLength(2)
    await reopenAnchoring(desk.editor.ctx, { ...once(), id })
    expect(await spansOf(desk.claims.gone)).toHaveLength(1)
    expect(await itemOf(desk.claims.gone)).toMatchObject({ state: 'OPEN', taken: null })
    const other = { ...once(), id, place: { ...(await place('Rien de plus')), exact: 'Autre chose' } }
    await expect(takeAnchoring(desk.editor.ctx, other)).rejects.toMatchObject(refusal('span.otherWords'))
  })

  test('is for those who may move the claim; a viewer and a stranger may not', async () => {
    await add(NEXT)
    const { id } = await itemOf(desk.claims.gone)
    await expect(letGoAnchoring(desk.viewer.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await aProject(db)
    await expect(letGoAnchoring(stranger.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await settling(desk.viewer.ctx)
    expect(items.every(({ refusals }) => refusals.length > 0)).toBe(true)
    await letGoAnchoring(desk.checker.ctx, { ...once(), id })
  })

  test('a claim under review stays on the text that is judged, until it is out of it', async () => {
    await add(NEXT)
    await expect(take(desk.claims.locked, 'Ils seraient à Kaboul')).rejects.toMatchObject(refusal('claim.locked'))
    await walkTo(db, desk.claims.locked, 'CHECKING')
    await take(desk.claims.locked, 'Ils seraient à Kaboul')
    expect(await spansOf(desk.claims.locked)).toHaveLength(2)
    expect(await revisionOf(desk.claims.locked)).toBe(1)
  })

  test('what is not settled is sought again in the next text, and what was let go is not', async () => {
    await add(NEXT)
    await letGoAnchoring(desk.editor.ctx, { ...once(), id: (await itemOf(desk.claims.twice)).id })
    const { id } = await itemOf(desk.claims.gone)
    await add(`${TEXT}\n\nUn mot de plus, à la fin de tout.`)
    expect(await spansOf(desk.claims.gone)).toHaveLength(2)
    expect(await spansOf(desk.claims.moved)).toEqual([
      '1: Le bilan de l’attaque est passé à 170 morts',
      '3: Le bilan de l’attaque est passé à 170 morts',
    ])
    expect(await spansOf(desk.claims.same)).toHaveLength(3)
    expect(await spansOf(desk.claims.twice)).toHaveLength(1)
    await expect(letGoAnchoring(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject(refusal('article.newerText'))
  })

  test('a claim that is marked anew on the article waits for nobody any more', async () => {
    await add(NEXT)
    const { id, text } = (await settling()).newest
    const spans = [{ id: newId(), ...placeOf(text, 'Rien de plus') }]
    await moveClaim(desk.checker.ctx, { ...once(), id: desk.claims.gone.id, version: 1, versionId: id, spans })
    expect(await countToSettle(desk.viewer.ctx, desk.article.id)).toBe(3)
    expect((await settling()).items.map(({ claim }) => claim.number)).not.toContain(4)
  })
})

describe('the words of a chain', () => {
  const chainOf = async () => (await listAttributions(desk.viewer.ctx, desk.claims.same.id))[0]
  beforeEach(async () => {
    await assignedTo(db, desk.claims.same, desk.checker.user, desk.editor.user)
    const { id: sourceId } = await aSource(db, desk.project.id, 'PERSON', 'Anas Mallick')
    const words = (quote: string) => ({ id: newId(), ...placeOf(TEXT, quote) })
    const hop = { id: newId(), sourceId, speechAct: 'SAID' as const, form: 'INDIRECT' as const }
    await saveAttribution(desk.checker.ctx, {
      ...{ ...once(), id: newId(), claimId: desk.claims.same.id, version: null, versionId: desk.version.id },
      hops: [{ ...hop, sourceWords: words('M. Mallick'), cueWords: words('Selon') }],
    })
  })

  test('go with their text where they stand in it, and change nothing that was judged', async () => {
    const before = await revisionOf(desk.claims.same)
    await add(NEXT)
    const { newest } = await settling()
    expect((await chainOf())?.hops[0]?.sourceWords).toMatchObject({ versionId: newest.id, exact: 'M. Mallick' })
    expect(await revisionOf(desk.claims.same)).toBe(before)
  })

  test('stay on theirs otherwise, and are placed by hand: other words are another revision', async () => {
    const before = await revisionOf(desk.claims.same)
    await add(NEXT.replace('Selon M. Mallick,', 'Anas Mallick l’a dit à la télévision :'))
    expect((await chainOf())?.hops[0]?.sourceWords).toMatchObject({ versionId: desk.version.id })
    const { items, newest } = await settling()
    const source = items.find(({ kind }) => kind === 'SOURCE_WORDS')
    await takeAnchoring(desk.checker.ctx, { ...once(), id: source?.id ?? '', place: await place('Anas Mallick') })
    expect((await chainOf())?.hops[0]?.sourceWords).toMatchObject({ versionId: newest.id, exact: 'Anas Mallick' })
    expect(await revisionOf(desk.claims.same)).toBe(before + 1)
    await reopenAnchoring(desk.checker.ctx, { ...once(), id: source?.id ?? '' })
    expect((await chainOf())?.hops[0]?.sourceWords).toMatchObject({ versionId: desk.version.id, exact: 'M. Mallick' })
  })
})
