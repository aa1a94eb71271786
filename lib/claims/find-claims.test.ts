import { beforeAll, describe, expect, test } from 'vitest'
import { eachFoundClaim, findClaims } from '@/lib/claims/queries/find-claims'
import { addComment } from '@/lib/comments/commands'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { countMarkedClaims } from '@/lib/jobs/commands/refresh-projections'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'
import { aChain, aSource } from '@/seeds/chain-builders'

const db = getDb()
let ctx: Ctx
let projectId: string
let texts: Record<'toll' | 'warning' | 'english' | 'drone', string>
let source: string

const found = async (asked: Parameters<typeof findClaims>[1], limits?: Parameters<typeof findClaims>[2]) =>
  (await findClaims(ctx, asked, limits)).claims.map(({ id }) => id).sort()
/** As in a project where too many have it to be looked up beforehand. */
const MANY = { gathered: -1 }
const are = (...names: (keyof typeof texts)[]) => names.map((name) => texts[name]).sort()

beforeAll(async () => {
  const desk = await aProject(db)
  ctx = desk.editor.ctx
  projectId = desk.project.id
  const mark = async (text: string, words: string, language: string) => {
    const { article, version } = await anArticle(db, desk.project, `${text} ${newId()}`)
    await db.article.update({ where: { id: article.id }, data: { language } })
    return (await aClaim(ctx, version, words)).id
  }
  texts = {
    toll: await mark('L’attaque a fait au moins 170 morts à l’aéroport.', 'au moins 170 morts à l’aéroport', 'fr'),
    warning: await mark(
      'L’ambassade avertissait : évitez les portes.',
      'L’ambassade avertissait : évitez les portes',
      'fr',
    ),
    english: await mark('Thirteen service members were killed.', 'Thirteen service members were killed', 'en'),
    drone: await mark(
      'Une frappe de drone visait un chœur de 1170 voix.',
      'Une frappe de drone visait un chœur de 1170 voix',
      'fr',
    ),
  }
  const person = await aSource(db, projectId, 'PERSON', 'Zbigniew Wöhrle')
  source = person.id
  await aChain(db, projectId, { claimId: texts.toll }, person)
})

// What the worker has not read yet is read when somebody searches: both ways must find the same.
describe.each([
  ['as marked by a change', async () => {}],
  [
    'as read by the worker',
    async () => {
      await countMarkedClaims(ctx, projectId)
      expect(await db.claimRecount.count({ where: { projectId } })).toBe(0)
    },
  ],
])('a search over all claims, %s', (_, ready) => {
  beforeAll(ready)

  test.each<[string, (keyof typeof texts)[]]>([
    ['aéroport', ['toll']],
    ['aeroport MORT', ['toll']],
    ['avertir porte', ['warning']],
    ['kill', ['english']],
    ['choeur', ['drone']],
    ['chœur', ['drone']],
    ['"170 morts"', ['toll']],
    ['"morts 170"', []],
    ['"frappe de drone"', ['drone']],
    ['170', ['toll']],
    ['une -drone', []],
    ['drone OR', []],
    ['Wohrle', ['toll']],
    ['nowhere', []],
  ])('%s', async (search, names) => expect(await found({ search })).toEqual(are(...names)))

  test('without a word in it asks for nothing', async () => expect(await found({ search: '…' })).toHaveLength(4))
})

describe('filters', () => {
  test('by the source that is named, and its place', async () => {
    expect(await found({ sourceId: source })).toEqual(are('toll'))
    expect(await found({ sourceId: source, place: 'origin' })).toEqual(are('toll'))
    expect(await found({ sourceId: source, place: 'relay' })).toEqual([])
  })

  test.each([
    ['few', undefined],
    ['many', MANY],
  ])('by language and tag, where %s have it', async (_, limits) => {
    const { articleId } = await db.claim.findUniqueOrThrow({ where: { id: texts.drone } })
    await db.article.update({ where: { id: articleId }, data: { language: 'de' } })
    await db.claim.update({ where: { id: texts.toll }, data: { tags: ['Kaboul', 'bilan'] } })
    expect(await found({ language: 'other' }, limits)).toEqual(are('drone'))
    expect(await found({ language: 'en' }, limits)).toEqual(are('english'))
    expect(await found({ tag: 'bilan' }, limits)).toEqual(are('toll'))
    expect(await found({ tag: 'absent' }, limits)).toEqual([])
    await db.article.update({ where: { id: articleId }, data: { language: 'fr' } })
  })

  test('by language, state, checker, reviewer, rating and date', async () => {
    expect(await found({ language: 'en' })).toEqual(are('english'))
    expect(await found({ language: 'other' })).toEqual([])
    expect(
      await found({ state: 'OPEN', checker: 'nobody', reviewer: 'nobody', rating: 'none', due: 'none' }),
    ).toHaveLength(4)
    expect(await found({ state: 'UNDONE' })).toHaveLength(4)
    expect(await found({ state: 'APPROVED' })).toEqual([])
    expect(await found({ checker: ctx.actor.userId })).toEqual([])
    expect(await found({ due: 'late' })).toEqual([])
    expect(await found({ due: 'week' })).toEqual([])
    expect(await found({ order: 'due' })).toEqual([])
  })

  test('by what is counted', async () => {
    await countMarkedClaims(ctx, projectId)
    expect(await found({ origins: 'one' })).toEqual(are('toll'))
    expect(await found({ origins: 'several' })).toEqual([])
    expect(await found({ attention: true })).toEqual([])
  })
})

test('what is added later is found at once, a comment too', async () => {
  await addComment(ctx, { ...once(), id: newId(), claimId: texts.warning, body: 'Voir le porte-parole Quirinal.' })
  expect(await found({ search: 'quirinal' })).toEqual(are('warning'))
  await countMarkedClaims(ctx, projectId)
  expect(await found({ search: 'quirinal' })).toEqual(are('warning'))
})

test('where too many have it, each is asked for it in the order of the list', async () => {
  await countMarkedClaims(ctx, projectId)
  expect(await found({ search: '"frappe de drone"' }, MANY)).toEqual(are('drone'))
  expect(await found({ search: 'morts -aéroport' }, MANY)).toEqual([])
  expect(await found({ sourceId: source }, MANY)).toEqual(are('toll'))
  expect(await found({ sourceId: source, place: 'relay' }, MANY)).toEqual([])
  expect(await found({ checker: ctx.actor.userId }, MANY)).toEqual([])
  expect(await found({ eventId: newId() }, MANY)).toEqual([])
  const { articleId } = await db.claim.findUniqueOrThrow({ where: { id: texts.warning } })
  expect(await found({ articleId }, MANY)).toEqual(are('warning'))
  expect(await found({ articleId })).toEqual(are('warning'))
})

test('pages are counted to a limit, and go on after a claim', async () => {
  const whole = await findClaims(ctx, {}, { limit: 2 })
  expect(whole.total).toEqual({ count: 2, more: true })
  expect(whole.claims.map(({ id }) => id)).toEqual([texts.drone, texts.english, texts.warning, texts.toll])
  const rest = await findClaims(ctx, { after: texts.english })
  expect(rest.claims.map(({ id }) => id)).toEqual([texts.warning, texts.toll])
})

test('a deleted claim, and one of an archived article, is not there', async () => {
  await db.claim.update({ where: { id: texts.drone }, data: { deletedAt: new Date() } })
  const { articleId } = await db.claim.findUniqueOrThrow({ where: { id: texts.english } })
  await db.article.update({ where: { id: articleId }, data: { archivedAt: new Date() } })
  expect(await found({})).toEqual(are('toll', 'warning'))
})

test('a file has them all, in batches', async () => {
  const batches = []
  for await (const batch of eachFoundClaim(ctx, { order: 'waiting' })) batches.push(batch)
  expect(batches.flat().map(({ id }) => id)).toEqual([texts.toll, texts.warning])
})
