import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { countOriginsOfArticle, countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import type { SourceKind, SpeechAct } from '@/prisma/generated/client'
import { aClaim, anArticle, aProject, placeOf } from '@/seeds/builders'
import { aChain as aChainIn, anItem, aSource as aSourceIn, aWitnessedChain } from '@/seeds/chain-builders'

const TEXT = 'Selon M. Mallick, sept terroristes de l’Etat islamique sont en fuite.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
let other: Awaited<ReturnType<typeof anArticle>>

beforeAll(async () => {
  desk = await aProject(db)
  article = await anArticle(db, desk.project, TEXT)
  other = await anArticle(db, desk.project, `${TEXT} Un autre texte.`, 'Another article')
})

const aFreshClaim = () => aClaim(desk.editor.ctx, article.version, 'sept terroristes')
const projectId = () => desk.project.id

const aSource = (kind: SourceKind, name: string, parentId: string | null = null, role: string | null = null) =>
  aSourceIn(db, projectId(), kind, name, parentId, role)
const aChain = (
  owner: Parameters<typeof aChainIn>[2],
  ...hops: { id: string; act?: SpeechAct; onBehalfOfId?: string }[]
) => aChainIn(db, projectId(), owner, ...hops)
const evidenceOf = (claimId: string, item: Parameters<typeof anItem>[4]) =>
  anItem(db, projectId(), claimId, desk.editor.user.id, item)

async function aPassage(words: string) {
  const place = placeOf(other.version.text, words)
  const span = { id: newId(), projectId: projectId(), versionId: other.version.id, prefix: '', suffix: '' }
  return db.span.create({ data: { ...span, ...place, exact: words } })
}

const numbers = async (claimId: string) => {
  const { asserting: a, contradicting: c } = await countOriginsOfClaim(desk.viewer.ctx, claimId)
  return [a.appearances, a.origins, a.undetermined, c.appearances, c.origins]
}

it('a claim without chains has no appearances; a text that names nobody is an origin once somebody answers how it knows', async () => {
  const claim = await aFreshClaim()
  expect(await numbers(claim.id)).toEqual([0, 0, 0, 0, 0])
  const chain = await aChain({ claimId: claim.id })
  expect(await numbers(claim.id)).toEqual([1, 0, 1, 0, 0])
  const open = { id: chain.id, kind: 'chain', number: 1, about: 'knows' }
  expect((await countOriginsOfClaim(desk.viewer.ctx, claim.id)).open).toEqual([open])
  await aWitnessedChain(db, projectId(), { claimId: claim.id })
  expect(await numbers(claim.id)).toEqual([2, 1, 1, 0, 0])
  const { asserting } = await countOriginsOfClaim(desk.viewer.ctx, claim.id)
  expect(asserting.groups).toMatchObject([
    { origin: { id: article.source.id }, rules: ['witnessed'] },
    { standing: 'undetermined', rules: ['notAnswered'] },
  ])
})

it('three chains: a report, its issuer through a relay, an unnamed voice', async () => {
  const claim = await aFreshClaim()
  const [mallick, services] = [await aSource('PERSON', 'Anas Mallick'), await aSource('ORGANISATION', 'Services')]
  const report = await aSource('DOCUMENT', 'un rapport', services.id)
  const unnamed = await aSource('UNNAMED_IN_TEXT', 'un renseignement étranger', null, 'renseignement')
  await aChain({ claimId: claim.id }, report)
  await aChain({ claimId: claim.id }, mallick, services)
  await aChain({ claimId: claim.id }, mallick, unnamed)
  expect(await numbers(claim.id)).toEqual([3, 1, 1, 0, 0])
  const { asserting, labels } = await countOriginsOfClaim(desk.viewer.ctx, claim.id)
  expect(asserting.groups[0]).toMatchObject({ origin: { name: 'Services' }, rules: ['lastHop', 'issuer'] })
  expect(Object.values(labels)).toEqual([1, 2, 3].map((number) => ({ kind: 'chain', number, linked: null })))
})

it('evidence counts by its stance, with its chain, its source or its passage’s article, unless it is withdrawn', async () => {
  const claim = await aFreshClaim()
  const [agency, ministry] = [await aSource('OUTLET', 'AFP'), await aSource('ORGANISATION', 'Ministère')]
  const spokesman = await aSource('PERSON', 'Porte-parole')
  await evidenceOf(claim.id, { stance: 'REPEATS', sourceId: agency.id })
  const passage = await aPassage('Un autre texte.')
  await evidenceOf(claim.id, { stance: 'SUPPORTS', spanId: passage.id })
  const relayed = await evidenceOf(claim.id, { stance: 'SUPPORTS', url: 'https://example.org/' })
  await aChain({ evidenceId: relayed.id }, agency)
  await evidenceOf(claim.id, { stance: 'SUPPORTS', url: 'https://example.org/nobody' })
  const denied = await evidenceOf(claim.id, { stance: 'CONTRADICTS', sourceId: agency.id })
  await aChain({ evidenceId: denied.id }, { id: spokesman.id, onBehalfOfId: ministry.id, act: 'DENIED' })
  await evidenceOf(claim.id, { stance: 'CONTEXT', sourceId: ministry.id })
  await evidenceOf(claim.id, { stance: 'SUPPORTS', sourceId: ministry.id, withdrawnAt: new Date() })
  // Neither the agency nor the article says how it knows; the chain that ends at the agency cites the same.
  expect(await numbers(claim.id)).toEqual([4, 0, 3, 1, 1])
  const { asserting, contradicting } = await countOriginsOfClaim(desk.viewer.ctx, claim.id)
  expect(asserting.groups.map(({ origin }) => origin?.name ?? null)).toEqual(['AFP', 'Another article', null])
  expect(contradicting.groups).toMatchObject([{ origin: { name: 'Ministère' }, rules: ['onBehalfOf'] }])
})

it('a denial in the article counts against; "declined" nowhere; an outlet speaks for its article', async () => {
  const claim = await aFreshClaim()
  const ministry = await aSource('ORGANISATION', 'Défense')
  await aChain({ claimId: claim.id }, { id: ministry.id, act: 'DENIED' })
  await aChain({ claimId: claim.id }, { id: ministry.id, act: 'DECLINED' })
  expect(await numbers(claim.id)).toEqual([0, 0, 0, 1, 1])
  const outlet = await aSource('OUTLET', 'WION')
  await db.article.update({ where: { id: other.article.id }, data: { outletId: outlet.id } })
  for (const sourceId of [other.source.id, outlet.id]) {
    const { id } = await evidenceOf(claim.id, { stance: 'SUPPORTS', sourceId })
    await aWitnessedChain(db, projectId(), { evidenceId: id })
  }
  expect(await numbers(claim.id)).toEqual([2, 1, 0, 1, 1])
})

it('knows a primary record of the words', async () => {
  const claim = await aFreshClaim()
  const record = async () => (await countOriginsOfClaim(desk.viewer.ctx, claim.id)).hasPrimaryRecord
  await evidenceOf(claim.id, { stance: 'CONTEXT', url: 'https://example.org/', directness: 'PRIMARY' })
  expect(await record()).toBe(false)
  await evidenceOf(claim.id, { stance: 'SUPPORTS', url: 'https://example.org/', directness: 'PRIMARY' })
  expect(await record()).toBe(true)
})

it('counts every claim of an article; another project sees none', async () => {
  const counts = await countOriginsOfArticle(desk.viewer.ctx, article.article.id)
  expect(counts.size).toBe(await db.claim.count({ where: { articleId: article.article.id } }))
  const stranger = await aProject(db)
  expect((await countOriginsOfArticle(stranger.viewer.ctx, article.article.id)).size).toBe(0)
  const [claimId = ''] = counts.keys()
  await expect(countOriginsOfClaim(stranger.viewer.ctx, claimId)).rejects.toMatchObject({ code: 'not-found' })
})

it('a passage in the claim’s own words is one more appearance and no origin, whether it is said to repeat or to support', async () => {
  const words = 'sept terroristes de l’Etat islamique sont en fuite'
  for (const stance of ['REPEATS', 'SUPPORTS'] as const) {
    const claim = await aClaim(desk.editor.ctx, article.version, words)
    await aWitnessedChain(db, projectId(), { claimId: claim.id })
    await evidenceOf(claim.id, { stance, spanId: (await aPassage(words)).id })
    expect(await numbers(claim.id)).toEqual([2, 1, 0, 0, 0])
  }
})
