import { beforeAll, describe, expect, test } from 'vitest'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions, listHopSpans } from '@/lib/attributions/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { sha256 } from '@/lib/sha256'
import { addSource } from '@/lib/sources/commands/add-source'
import { codePointLength } from '@/lib/text/code-points'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
const TEXT =
  'Sept hommes errent à Kaboul 👩‍👩‍👧.\n\nSelon M. Mallick, les services affirment que sept terroristes sont en fuite.'

const aSource = async (ctx: Ctx, name: string, kind: 'PERSON' | 'ORGANISATION' = 'PERSON') =>
  (await addSource(ctx, { ...once(), id: newId(), kind, name, aliases: [] })).id

async function aDesk() {
  const desk = await aProject(db)
  const { version } = await anArticle(db, desk.project, TEXT)
  const claim = await aClaim(desk.checker.ctx, version, 'sept terroristes sont en fuite')
  const mallick = await aSource(desk.checker.ctx, 'Anas Mallick')
  const services = await aSource(desk.checker.ctx, 'Services de renseignement', 'ORGANISATION')
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  return { ...desk, version, claim, mallick, services }
}

let desk: Awaited<ReturnType<typeof aDesk>>
let other: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
  other = await aDesk()
})

const hop = (sourceId: string, more: object = {}) => ({ id: newId(), sourceId, speechAct: 'SAID' as const, ...more })
const words = (quote: string) => ({ id: newId(), ...placeOf(TEXT, quote) })
const aChain = (hops: ReturnType<typeof hop>[] = [], more: object = {}) => ({
  ...once(),
  id: newId(),
  claimId: desk.claim.id,
  version: null,
  versionId: desk.version.id,
  hops,
  ...more,
})
const revision = async () => (await db.claim.findUniqueOrThrow({ where: { id: desk.claim.id } })).revision
const refusal = (key: string, code?: string) =>
  expect.objectContaining({
    ...(code ? { code } : {}),
    reasons: expect.arrayContaining([expect.objectContaining({ key })]),
  })

describe('a chain', () => {
  test('is saved whole, in order, with its words anchored, and raises the claim’s revision', async () => {
    const before = await revision()
    const chain = aChain([
      hop(desk.mallick, { sourceWords: words('M. Mallick'), cueWords: words('Selon') }),
      hop(desk.services, { speechAct: 'CLAIMED', cueWords: words('affirment'), said: null }),
    ])
    const saved = await saveAttribution(desk.checker.ctx, chain)
    expect(saved).toMatchObject({ id: chain.id, version: 1, revision: before + 1 })
    const [shown] = await listAttributions(desk.viewer.ctx, desk.claim.id)
    expect(shown?.hops.map(({ source, speechAct, form }) => [source.name, speechAct, form])).toEqual([
      ['Anas Mallick', 'SAID', 'INDIRECT'],
      ['Services de renseignement', 'CLAIMED', 'INDIRECT'],
    ])
    expect(shown?.hops[0]?.sourceWords).toMatchObject({ exact: 'M. Mallick', paragraph: 2 })
    const spans = await listHopSpans(desk.viewer.ctx, desk.claim.id)
    expect(spans.map(({ kind, exact }) => [kind, exact])).toEqual([
      ['source', 'M. Mallick'],
      ['cue', 'Selon'],
      ['cue', 'affirment'],
    ])
  })

  test('repeated by the same command id is saved once', async () => {
    const chain = aChain()
    const first = await saveAttribution(desk.checker.ctx, chain)
    const raised = await revision()
    expect(await saveAttribution(desk.checker.ctx, chain)).toEqual(first)
    expect(await revision()).toBe(raised)
    expect(await db.attribution.count({ where: { id: chain.id } })).toBe(1)
  })

  test('can be changed by the version that was seen; hops and words keep their ids, and both states are kept', async () => {
    const first = hop(desk.mallick, { cueWords: words('Selon') })
    const chain = aChain([first])
    await saveAttribution(desk.checker.ctx, chain)
    const more = { ...chain, ...once(), version: 1, hops: [hop(desk.services), first] }
    expect(await saveAttribution(desk.editor.ctx, more)).toMatchObject({ version: 2 })
    await expect(saveAttribution(desk.checker.ctx, { ...more, ...once() })).rejects.toEqual(refusal('changedMeanwhile'))
    const kept = await db.hop.findUniqueOrThrow({ where: { id: first.id } })
    expect(kept).toMatchObject({ position: 1, attributionId: chain.id })
    const entry = await db.auditEntry.findUniqueOrThrow({ where: { commandId: more.commandId } })
    expect(entry).toMatchObject({
      action: 'attribution:save',
      claimId: desk.claim.id,
      before: { version: 1, hops: [{ id: first.id, position: 0, cueSpan: { exact: 'Selon' } }] },
      after: { version: 2, hops: [{ position: 0 }, { id: first.id, position: 1, cueSpan: { exact: 'Selon' } }] },
    })
  })

  test('without a hop says the text’s own voice', async () => {
    const chain = aChain()
    await saveAttribution(desk.checker.ctx, chain)
    const shown = (await listAttributions(desk.viewer.ctx, desk.claim.id)).find(({ id }) => id === chain.id)
    expect(shown).toMatchObject({ hops: [] })
  })

  test('is removed with its words, and comes back under its own ids with a version not used before', async () => {
    const chain = aChain([hop(desk.mallick, { cueWords: words('Selon') })])
    await saveAttribution(desk.checker.ctx, chain)
    const stale = { ...once(), id: chain.id, version: 7 }
    await expect(removeAttribution(desk.checker.ctx, stale)).rejects.toEqual(refusal('changedMeanwhile'))
    const before = await revision()
    const removed = await removeAttribution(desk.checker.ctx, { ...once(), id: chain.id, version: 1 })
    expect(removed.revision).toBe(before + 1)
    expect(await db.span.count({ where: { cueWordsOf: { some: { attributionId: chain.id } } } })).toBe(0)
    expect(await saveAttribution(desk.checker.ctx, { ...chain, ...once() })).toMatchObject({ version: 3 })
  })
})

describe('refused, with nothing written', () => {
  const untouched = async (work: () => Promise<unknown>, expected: unknown) => {
    const [chains, spans, was] = [await db.attribution.count(), await db.span.count(), await revision()]
    await expect(work()).rejects.toEqual(expected)
    expect([await db.attribution.count(), await db.span.count(), await revision()]).toEqual([chains, spans, was])
  }

  test('a viewer, a checker whom the claim is not assigned to, and an outsider', async () => {
    await untouched(() => saveAttribution(desk.viewer.ctx, aChain()), refusal('permission.editor', 'forbidden'))
    await untouched(() => saveAttribution(desk.checker2.ctx, aChain()), refusal('permission.assignee', 'forbidden'))
    await untouched(() => saveAttribution(other.checker.ctx, aChain()), refusal('notFound', 'not-found'))
    await expect(listAttributions(other.viewer.ctx, desk.claim.id)).resolves.toEqual([])
  })

  test('a source of another project, the same source twice in a row, no source', async () => {
    await untouched(
      () => saveAttribution(desk.checker.ctx, aChain([hop(other.mallick)])),
      refusal('notFound', 'not-found'),
    )
    const affiliated = aChain([hop(desk.mallick, { affiliationId: other.services })])
    await untouched(() => saveAttribution(desk.checker.ctx, affiliated), refusal('notFound', 'not-found'))
    const twice = aChain([hop(desk.mallick), hop(desk.mallick)])
    await untouched(() => saveAttribution(desk.checker.ctx, twice), refusal('attribution.sourceTwiceInARow', 'invalid'))
    await untouched(
      () => saveAttribution(desk.checker.ctx, aChain([hop('')])),
      refusal('attribution.sourceMissing', 'invalid'),
    )
  })

  test('words outside the text, or of another article', async () => {
    const outside = aChain([hop(desk.mallick, { cueWords: { id: newId(), start: 0, end: 9999, exact: 'x' } })])
    await untouched(() => saveAttribution(desk.checker.ctx, outside), refusal('span.outside', 'invalid'))
    const seen = aChain([hop(desk.mallick, { cueWords: { ...words('Selon'), exact: 'Selon.' } })])
    await untouched(() => saveAttribution(desk.checker.ctx, seen), refusal('span.otherWords', 'invalid'))
    const { version } = await anArticle(db, desk.project, 'Un autre texte, selon lui.')
    const cueWords = { id: newId(), start: 16, end: 21, exact: 'selon' }
    const elsewhere = aChain([hop(desk.mallick, { cueWords })], { versionId: version.id })
    await untouched(() => saveAttribution(desk.checker.ctx, elsewhere), refusal('span.otherArticle', 'invalid'))
    const foreign = aChain([hop(desk.mallick, { cueWords })], { versionId: other.version.id })
    await untouched(() => saveAttribution(desk.checker.ctx, foreign), refusal('notFound', 'not-found'))
  })

  test('another claim’s chain cannot be taken over', async () => {
    const chain = aChain([hop(desk.mallick)])
    await saveAttribution(desk.checker.ctx, chain)
    const claim = await aClaim(desk.checker.ctx, desk.version, 'Sept hommes')
    await assignedTo(db, claim, desk.checker.user, desk.editor.user)
    const taken = { ...chain, ...once(), claimId: claim.id, version: 1 }
    await untouched(() => saveAttribution(desk.checker.ctx, taken), refusal('changedMeanwhile', 'conflict'))
    await untouched(
      () => saveAttribution(desk.checker.ctx, { ...taken, ...once(), version: null }),
      refusal('duplicate'),
    )
  })

  test('while the claim is under review', async () => {
    const chain = aChain([hop(desk.mallick)])
    await saveAttribution(desk.checker.ctx, chain)
    await walkTo(db, desk.claim, 'IN_REVIEW')
    await untouched(() => saveAttribution(desk.checker.ctx, aChain()), refusal('claim.locked', 'refused'))
    const removal = { ...once(), id: chain.id, version: 1 }
    await untouched(() => removeAttribution(desk.editor.ctx, removal), refusal('claim.locked', 'refused'))
    await walkTo(db, desk.claim, 'CHECKING')
  })
})

describe('words of two texts', () => {
  const newText = async (text: string) => {
    const { id: _, number, ...columns } = desk.version
    const codePoints = codePointLength(text)
    return db.articleVersion.create({
      data: {
        ...columns,
        id: newId(),
        number: number + 1,
        text,
        sha256: sha256(text),
        codePoints,
        createdAt: new Date(),
      },
    })
  }

  test('are each shown in their own: a cue in the new text does not break what was anchored in the old one', async () => {
    const sourceWords = words('M. Mallick')
    const chain = aChain([hop(desk.mallick, { sourceWords })])
    await saveAttribution(desk.checker.ctx, chain)
    const text = `${'Un chapeau. '.repeat(30)}${TEXT}`
    const { id: versionId } = await newText(text)
    const cueWords = { id: newId(), ...placeOf(text, 'Selon') }
    const hops = [hop(desk.mallick, { sourceWords, cueWords })]
    await saveAttribution(desk.checker.ctx, { ...chain, ...once(), version: 1, versionId, hops })
    const shown = (await listAttributions(desk.viewer.ctx, desk.claim.id)).find(({ id }) => id === chain.id)
    expect(shown?.hops[0]?.excerpt.map(({ kind }) => kind)).not.toContain('cue')
    expect(shown?.hops[0]?.cueWords).toMatchObject({ exact: 'Selon', versionId })
  })

  test('a chain takes no span that belongs to something else', async () => {
    const mine = await db.claimSpan.findFirstOrThrow({ where: { claimId: desk.claim.id }, include: { span: true } })
    const { id, start, end, exact } = mine.span
    const sourceWords = { id, start, end, exact }
    const attempt = saveAttribution(desk.checker.ctx, aChain([hop(desk.mallick, { sourceWords })]))
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', reasons: [{ key: 'duplicate' }] })
  })
})
