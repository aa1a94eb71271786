import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideCopy } from '@/lib/copies/commands/decide-copy'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { decideOrigin, takeBackDecision } from '@/lib/independence/commands/decide-origin'
import { linkClaims, unlinkClaims } from '@/lib/independence/commands/link-claims'
import { getIndependence } from '@/lib/independence/queries/independence'
import { countOriginsOfArticle, countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { addVersion } from '@/lib/versions/commands/add-version'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, reviseWith, walkTo } from '@/seeds/builders'
import { aChain, anItem, aSource, aWitnessedChain } from '@/seeds/chain-builders'

const WORDS = 'sept terroristes de l’Etat islamique sont en fuite'
const TEXTS = [
  `Selon un rapport, ${WORDS} à Kaboul.\n\nUn voisin le dit aussi.`,
  `On apprend que ${WORDS} dans la capitale.`,
  `Nul ne sait où ils sont. ${WORDS}, écrit-on.`,
]
const db = getDb()
type TestProject = Awaited<ReturnType<typeof aProject>>
type TestText = Awaited<ReturnType<typeof anArticle>>
let desk: TestProject
let texts: TestText[] = []
let claims: { id: string }[] = []

beforeAll(async () => {
  desk = await aProject(db)
})
// Each test has texts and claims of its own.
beforeEach(async () => {
  texts = []
  claims = []
  for (const [at, text] of TEXTS.entries()) {
    const made = await anArticle(db, desk.project, `${text}\n\n${newId()}`, `TestText ${at}`)
    texts.push(made)
    claims.push(await aClaim(desk.editor.ctx, made.version, WORDS))
  }
})

const idOf = (at: number) => claims[at]?.id ?? ''
const textAt = (at: number) => texts[at] ?? Promise.reject(new Error('no text'))
const link = (one: string, other: string, ctx = desk.editor.ctx) =>
  linkClaims(ctx, { ...once(), id: newId(), oneId: one, otherId: other })
const witnessed = (at: number) => aWitnessedChain(db, desk.project.id, { claimId: idOf(at) })
const numbers = async (at: number) => {
  const { asserting: side } = await countOriginsOfClaim(desk.viewer.ctx, idOf(at))
  return [side.appearances, side.origins, side.undetermined]
}
const publish = async (at: number, day: string) =>
  db.article.update({
    where: { id: (await textAt(at)).article.id },
    data: {
      ...{ publishedEarliest: new Date(day), publishedLatest: new Date(day), publishedPrecision: 'DAY' },
    },
  })
const ruling = async (kind: 'COPIED_FROM' | 'COMMON_ORIGIN' | 'NOT_COPIED', copy: number, original: number) => {
  const [one, other] = [(await textAt(copy)).version, (await textAt(original)).version]
  const [here, there] = [placeOf(one.text, WORDS), placeOf(other.text, WORDS)]
  return db.copyDecision.create({
    data: {
      ...{ id: newId(), projectId: desk.project.id, kind, createdById: desk.editor.user.id, createdAt: new Date() },
      ...{ copyVersionId: one.id, copyStart: here.start, copyEnd: here.end },
      ...{ originalVersionId: other.id, originalStart: there.start, originalEnd: there.end },
    },
  })
}
const sharings = async () => (await getIndependence(desk.viewer.ctx, idOf(0))).sharings

describe('claims that say the same', () => {
  it('are counted together, through others too, until they are unlinked', async () => {
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      const witness = await aSource(db, desk.project.id, 'PERSON', name)
      await aChain(db, desk.project.id, { claimId: idOf(at) }, witness)
    }
    // Whoever copied whom, here it is known that nobody did.
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const)
      await ruling('NOT_COPIED', one, other)
    await link(idOf(0), idOf(1))
    expect(await numbers(0)).toEqual([2, 2, 0])
    const { id } = await link(idOf(2), idOf(1))
    expect([await numbers(0), await numbers(2)]).toEqual([
      [3, 3, 0],
      [3, 3, 0],
    ])
    const view = await getIndependence(desk.viewer.ctx, idOf(0))
    expect(view.claims.map((claim) => claim.id)).toEqual([idOf(0), ...[idOf(1), idOf(2)].sort()])
    expect([view.appearances.length, view.links.length, view.links[0]?.by.name]).toEqual([3, 2, 'Editor'])
    const { labels, linked } = await countOriginsOfClaim(desk.viewer.ctx, idOf(0))
    expect(Object.values(labels).filter((label) => label.linked === null)).toHaveLength(1)
    expect(linked).toHaveLength(2)
    await unlinkClaims(desk.editor.ctx, { ...once(), id })
    expect([await numbers(0), await numbers(2)]).toEqual([
      [2, 2, 0],
      [1, 1, 0],
    ])
    await expect(unlinkClaims(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses what is one article, what is linked, dropped or gone, and strangers', async () => {
    const sister = await aClaim(desk.editor.ctx, (await textAt(0)).version, 'Un voisin')
    await expect(link(idOf(0), sister.id)).rejects.toMatchObject({ reasons: [{ key: 'claim.linkSameArticle' }] })
    const { id } = await link(idOf(0), idOf(1))
    await expect(link(idOf(1), idOf(0))).rejects.toMatchObject({ reasons: [{ key: 'claim.linkedAlready' }] })
    await walkTo(db, { id: idOf(2) }, 'DROPPED')
    await expect(link(idOf(0), idOf(2))).rejects.toMatchObject({ reasons: [{ key: 'claim.dropped' }] })
    await walkTo(db, { id: idOf(2) }, 'OPEN')
    await db.claim.update({ where: { id: idOf(2) }, data: { deletedAt: new Date() } })
    await expect(link(idOf(0), idOf(2))).rejects.toMatchObject({ code: 'not-found' })
    const stranger = await aProject(db)
    await expect(link(idOf(0), idOf(1), stranger.editor.ctx)).rejects.toMatchObject({ code: 'not-found' })
    await expect(unlinkClaims(stranger.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(getIndependence(stranger.viewer.ctx, idOf(0))).rejects.toMatchObject({ code: 'not-found' })
    await expect(link(idOf(1), idOf(0), desk.checker.ctx)).rejects.toMatchObject({ code: 'forbidden' })
    // Whoever works on one of the two may take the link back.
    await assignedTo(db, { id: idOf(1) }, desk.checker.user, desk.editor.user)
    await unlinkClaims(desk.checker.ctx, { ...once(), id })
  })

  it('are told apart, and what was decided of them is taken back, when one of them is dropped', async () => {
    const [mine] = [await witnessed(0), await witnessed(1)]
    const { id } = await link(idOf(0), idOf(1))
    const decision = { id: newId(), claimId: idOf(0), kind: 'DIFFERENT' as const, appearanceId: mine.id, otherId: null }
    await decideOrigin(desk.editor.ctx, { ...once(), ...decision, reason: 'Vu les deux.' })
    await db.claim.updateMany({ where: { id: { in: [idOf(0), idOf(1)] } }, data: { state: 'DROPPED' } })
    await expect(unlinkClaims(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'refused' })
    await walkTo(db, { id: idOf(1) }, 'OPEN')
    await takeBackDecision(desk.editor.ctx, { ...once(), id: decision.id })
    await unlinkClaims(desk.editor.ctx, { ...once(), id })
    expect((await getIndependence(desk.viewer.ctx, idOf(1))).claims).toHaveLength(1)
  })

  it('evidence that is the very passage of a linked claim is no appearance of its own', async () => {
    const { version } = await textAt(1)
    const span = { id: newId(), projectId: desk.project.id, versionId: version.id, ...placeOf(version.text, WORDS) }
    await db.span.create({ data: { ...span, exact: WORDS, prefix: '', suffix: '' } })
    await witnessed(0)
    await anItem(db, desk.project.id, idOf(0), desk.editor.user.id, { stance: 'REPEATS', spanId: span.id })
    expect(await numbers(0)).toEqual([2, 1, 0])
    await link(idOf(0), idOf(1))
    expect(await numbers(0)).toEqual([2, 1, 0])
    await witnessed(1)
    expect(await numbers(0)).toEqual([2, 1, 0])
  })
})

describe('passages that texts share', () => {
  beforeEach(async () => {
    await witnessed(0)
    await witnessed(1)
    await link(idOf(0), idOf(1))
  })

  it('one common origin where no date tells; the later text is the copy; a person stands above both', async () => {
    expect(await numbers(0)).toEqual([2, 1, 0])
    expect(await sharings()).toMatchObject([{ direction: 'common', by: 'machine', similarity: 1 }])
    await publish(0, '2021-08-27')
    expect(await sharings()).toMatchObject([{ direction: 'common', by: 'machine' }])
    await publish(1, '2021-08-28')
    const copy = (await getIndependence(desk.viewer.ctx, idOf(1))).appearances.find((each) => each.claimId === idOf(1))
    expect(await sharings()).toMatchObject([{ direction: 'oneCopied', oneId: copy?.id, by: 'dates' }])
    await ruling('COPIED_FROM', 0, 1)
    expect(await sharings()).toMatchObject([{ direction: 'oneCopied', otherId: copy?.id, by: 'person' }])
    expect(await numbers(0)).toEqual([2, 1, 0])
  })

  it('what a person calls no copy is none; taken back, the machine says again what it said', async () => {
    const { id } = await ruling('NOT_COPIED', 1, 0)
    expect([await sharings(), await numbers(0)]).toEqual([[], [2, 2, 0]])
    await db.copyDecision.update({
      where: { id },
      data: { takenBackAt: new Date(), takenBackById: desk.editor.user.id },
    })
    expect(await numbers(0)).toEqual([2, 1, 0])
  })

  it('what was decided on a newer text holds where the claim still stands in the older one', async () => {
    const { article, version } = await textAt(1)
    const bytes = new TextEncoder().encode(`Un nouveau début.\n\n${version.text}`)
    await addVersion(desk.editor.ctx, { ...once(), articleId: article.id, id: newId(), bytes, fileName: null })
    const newer = await db.articleVersion.findFirstOrThrow({ where: { articleId: article.id, number: 2 } })
    const place = ({ id, text }: { id: string; text: string }) => ({
      ...{ versionId: id, evidenceId: null, ...placeOf(text, WORDS) },
    })
    const places = { copy: place((await textAt(0)).version), original: place(newer) }
    await decideCopy(desk.editor.ctx, { ...once(), id: newId(), kind: 'NOT_COPIED', ...places })
    expect([await sharings(), await numbers(0)]).toEqual([[], [2, 2, 0]])
  })

  it('a quote of evidence in the claim’s words shares them; of several chains, that of the passage’s paragraph', async () => {
    const { version } = await textAt(0)
    const words = 'Un voisin'
    const place = { projectId: desk.project.id, versionId: version.id, ...placeOf(version.text, words) }
    const span = await db.span.create({ data: { id: newId(), ...place, exact: words, prefix: '', suffix: '' } })
    const voisin = await aSource(db, desk.project.id, 'PERSON', 'voisin')
    const [rapport, first] = [placeOf(version.text, 'un rapport'), await aSource(db, desk.project.id, 'DOCUMENT', 'r')]
    const cited = await db.span.create({
      data: { ...{ ...place, ...rapport }, id: newId(), exact: 'un rapport', prefix: '', suffix: '' },
    })
    await reviseWith(db, idOf(0), (tx) => tx.attribution.deleteMany({ where: { claimId: idOf(0) } }))
    const [near] = [
      await aChain(db, desk.project.id, { claimId: idOf(0) }, { id: first.id, sourceSpanId: cited.id }),
      await aChain(db, desk.project.id, { claimId: idOf(0) }, { id: voisin.id, sourceSpanId: span.id }),
    ]
    const agency = await aSource(db, desk.project.id, 'OUTLET', 'AFP')
    const quote = `« ${WORDS.toUpperCase()} »`
    const item = { stance: 'SUPPORTS', sourceId: agency.id, quote } as const
    const { id } = await anItem(db, desk.project.id, idOf(0), desk.editor.user.id, item)
    const found = (await sharings()).filter(({ oneId, otherId }) => oneId === id || otherId === id)
    expect(found.flatMap(({ oneId, otherId }) => [oneId, otherId])).toContain(near?.id)
    expect(found).toHaveLength(2)
    expect(await numbers(0)).toEqual([4, 2, 0])
  })
})

describe('what a person decides', () => {
  const decide = (kind: 'SAME' | 'DIFFERENT', appearanceId: string, otherId: string | null, ctx = desk.editor.ctx) =>
    decideOrigin(ctx, { ...once(), id: newId(), claimId: idOf(0), kind, appearanceId, otherId, reason: 'Vu les deux.' })

  it('decides what is undetermined and overrules a group; taken back, all is as it was', async () => {
    const thought = await aSource(db, desk.project.id, 'UNNAMED_IN_TEXT', 'on')
    const witness = await aSource(db, desk.project.id, 'PERSON', 'témoin')
    const chain = await aChain(db, desk.project.id, { claimId: idOf(0) }, thought)
    await aChain(db, desk.project.id, { claimId: idOf(1) }, witness)
    await link(idOf(0), idOf(1))
    await ruling('NOT_COPIED', 0, 1)
    const before = await getIndependence(desk.viewer.ctx, idOf(0))
    expect(await numbers(0)).toEqual([2, 1, 1])
    const { revision } = await db.claim.findUniqueOrThrow({ where: { id: idOf(0) } })
    await walkTo(db, { id: idOf(0) }, 'IN_REVIEW')
    const { id } = await decide('DIFFERENT', chain.id, null)
    expect([await numbers(0), await numbers(1)]).toEqual([
      [2, 2, 0],
      [2, 2, 0],
    ])
    const { decisions } = await countOriginsOfClaim(desk.viewer.ctx, idOf(1))
    expect(decisions).toMatchObject([{ id, by: { name: 'Editor' }, reason: 'Vu les deux.', isDropped: false }])
    expect((await db.claim.findUniqueOrThrow({ where: { id: idOf(0) } })).revision).toBe(revision)
    await takeBackDecision(desk.editor.ctx, { ...once(), id })
    expect(await getIndependence(desk.viewer.ctx, idOf(0))).toEqual(before)
    await expect(takeBackDecision(desk.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses appearances of other claims, an appearance with itself, no reason, and strangers', async () => {
    const [mine, theirs] = [await witnessed(0), await witnessed(1)]
    await expect(decide('SAME', mine.id, theirs.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(decide('SAME', mine.id, mine.id)).rejects.toMatchObject({ reasons: [{ key: 'origins.withItself' }] })
    await expect(decide('SAME', mine.id, null)).rejects.toMatchObject({ reasons: [{ key: 'origins.otherMissing' }] })
    await expect(decide('DIFFERENT', mine.id, null, desk.checker.ctx)).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await aProject(db)
    await expect(decide('DIFFERENT', mine.id, null, stranger.editor.ctx)).rejects.toMatchObject({ code: 'not-found' })
    const { id } = await decide('DIFFERENT', mine.id, null)
    await expect(takeBackDecision(stranger.editor.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
    await db.article.update({ where: { id: (await textAt(0)).article.id }, data: { archivedAt: new Date() } })
    await expect(decide('DIFFERENT', mine.id, null)).rejects.toMatchObject({ reasons: [{ key: 'article.archived' }] })
  })
})

it('asks the database as often for twenty claims as for one', async () => {
  const { article, version } = await textAt(0)
  const queries = async () => {
    let count = 0
    const counting = db.$extends({
      query: {
        async $allOperations({ args, query }) {
          count += 1
          return query(args)
        },
      },
    })
    // The extended client does all that the plain one does.
    await countOriginsOfArticle({ ...desk.viewer.ctx, db: counting as unknown as typeof db }, article.id)
    return count
  }
  await witnessed(0)
  await link(idOf(0), idOf(1))
  const before = await queries()
  for (let made = 0; made < 20; made++) {
    const claim = await aClaim(desk.editor.ctx, version, WORDS)
    await aChain(db, desk.project.id, { claimId: claim.id })
  }
  expect(await queries()).toBe(before)
})
