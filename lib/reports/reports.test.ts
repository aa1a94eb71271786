import { PrismaPg } from '@prisma/adapter-pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { finishMarking } from '@/lib/articles/commands/finish-marking'
import { getDb } from '@/lib/db'
import { databaseUrl } from '@/lib/env'
import { newId } from '@/lib/ids'
import { getVerdictReport } from '@/lib/reports/queries'
import { reportCsv } from '@/lib/reports/report-csv'
import { reportJson } from '@/lib/reports/report-json'
import { addConfidentialSource } from '@/lib/sources/commands/confidential-source'
import { recordVerdict } from '@/lib/verdicts/commands'
import { PrismaClient } from '@/prisma/generated/client'
import { actingAs, anArticle, aProject, aUser, once, reviseWith, walkTo } from '@/seeds/builders'
import {
  type ClaimWords,
  claimApproved,
  claimChecking,
  claimDropped,
  claimInReview,
  type SeededText,
  type TwoPeople,
} from '@/seeds/scenarios'

const db = getDb()
const FAMILY = '👩‍👩‍👧 é 𝒳'
const RAW = `${FAMILY} : premier paragraphe.\n\nSelon un officier 👍🏽, sept hommes 𝒳 sont en fuite. Un avis.`
let people: Awaited<ReturnType<typeof aProject>>
let desk: TwoPeople

beforeAll(async () => {
  people = await aProject(db)
  const ratingId = async (key: string) => people.ratings.find((rating) => rating.key === key)?.id ?? ''
  desk = { editor: people.editor.ctx, checker: people.checker.ctx, ratingId }
})

// A project holds no text twice.
let texts = 0
async function aText(title = 'Un article') {
  const { article, version } = await anArticle(db, people.project, `${RAW}\n\nTexte ${++texts}.`, title)
  return { articleId: article.id, versionId: version.id, text: version.text, sha256: version.sha256 }
}

async function aSource(kind: 'PERSON' | 'CONFIDENTIAL' | 'ORGANISATION', name: string, role: string | null = null) {
  const id = newId()
  await db.source.create({ data: { id, projectId: people.project.id, kind, name, nameKey: id, aliases: [], role } })
  return id
}

const words = (evidenceIn: SeededText, more: Partial<ClaimWords> = {}): ClaimWords => ({
  passages: ['sept hommes 𝒳 sont en fuite'],
  category: 'OTHER',
  wording: 'Sept hommes sont en fuite',
  chains: [[]],
  knows: 'WITNESSED',
  knowsReason: 'Vu.',
  evidence: { in: evidenceIn, words: 'premier paragraphe', stance: 'REPEATS', knows: 'WITNESSED', knowsReason: 'Vu.' },
  verdict: { rating: 'unverifiable', rationale: 'Les textes seuls ne permettent pas de le dire.' },
  ...more,
})

const report = (articleId: string) => getVerdictReport(people.viewer.ctx, articleId)

test('an outsider, another project and a wrong id are told that there is nothing', async () => {
  const { articleId } = await aText()
  const stranger = await aUser(db, 'Stranger')
  const other = await aProject(db)
  for (const ctx of [actingAs(stranger, people.project, null), other.admin.ctx, other.viewer.ctx])
    await expect(getVerdictReport(ctx, articleId)).rejects.toMatchObject({ code: 'not-found' })
  for (const id of [newId(), 'nonsense', '']) await expect(report(id)).rejects.toMatchObject({ code: 'not-found' })
})

test('an article without claims is a draft with its version and its hashes', async () => {
  const text = await aText()
  const { draft, progress, claims, article } = await report(text.articleId)
  expect({ draft, total: progress.total, claims }).toEqual({ draft: true, total: 0, claims: [] })
  expect(article.versions).toMatchObject([{ number: 1, sha256: text.sha256, encoding: 'utf-8' }])
})

test('offsets behind emoji cut out exactly the quote, by code points', async () => {
  const [text, other] = [await aText(), await aText('Un autre')]
  const source = await aSource('PERSON', 'Un officier')
  const chain = { sourceId: source, speechAct: 'SAID', form: 'INDIRECT', sourceWords: 'un officier', cueWords: 'Selon' }
  await claimInReview(desk, text, words(other, { chains: [[chain as NonNullable<ClaimWords['chains']>[0][0]]] }))
  const json: Awaited<ReturnType<typeof report>> = JSON.parse(reportJson(await report(text.articleId)))
  const cut = (raw: string, { start, end }: { start: number; end: number }) => [...raw].slice(start, end).join('')
  const claim = json.claims[0]
  const passage = claim?.passages[0]
  expect(passage && cut(text.text, passage)).toBe('sept hommes 𝒳 sont en fuite')
  expect(passage).toMatchObject({ exact: 'sept hommes 𝒳 sont en fuite', paragraph: 2, versionSha256: text.sha256 })
  expect(text.text).toContain(`${passage?.prefix}${passage?.exact}${passage?.suffix}`)
  const hop = claim?.attributions[0]?.hops[0]
  expect(hop?.sourceWords && cut(text.text, hop.sourceWords)).toBe('un officier')
  expect(hop?.cueWords && cut(text.text, hop.cueWords)).toBe('Selon')
  const found = claim?.evidence[0]?.passage
  expect(found && cut(other.text, found)).toBe('premier paragraphe')
  expect(found).toMatchObject({ articleTitle: 'Un autre', versionSha256: other.sha256, paragraph: 1 })
  expect(reportCsv(json)).toContain(`""sept hommes 𝒳 sont en fuite"" [${passage?.start}-${passage?.end}]`)
})

test('what is not approved is a draft, until all that counts is approved and marking is finished', async () => {
  const [text, other] = [await aText(), await aText('Un autre')]
  await claimApproved(desk, text, words(other))
  const second = await claimInReview(desk, text, words(other, { passages: ['Un avis'] }))
  await claimDropped(desk, text, words(other, { passages: ['Selon un officier'] }), 'Rien de vérifiable')
  const mixed = await report(text.articleId)
  expect(mixed).toMatchObject({ draft: true, progress: { total: 2, approved: 1, inReview: 1, dropped: 1 } })
  expect(mixed.claims.map(({ state, isDraft }) => [state, isDraft])).toEqual([
    ['APPROVED', false],
    ['IN_REVIEW', true],
  ])
  const [approved, proposed] = mixed.claims
  expect(approved?.approval).toMatchObject({ by: 'Editor', verdictId: approved?.verdicts[0]?.id })
  expect(approved?.verdicts[0]).toMatchObject({
    isApproved: true,
    isPresent: true,
    author: 'Checker',
    asOf: '2021-08-27',
    reliesOn: [approved?.evidence[0]?.id],
  })
  expect(proposed?.approval).toBeNull()
  expect(proposed?.verdicts[0]).toMatchObject({ isApproved: false, isPresent: true })
  expect(mixed.dropped).toMatchObject([
    { wording: 'Sept hommes sont en fuite', reason: 'Rien de vérifiable', by: 'Editor' },
  ])

  await walkTo(db, { id: second }, 'DROPPED')
  expect((await report(text.articleId)).draft).toBe(true)
  await finishMarking(desk.editor, { ...once(), id: text.articleId, ...(await versionOf(text.articleId)) })
  expect((await report(text.articleId)).draft).toBe(false)
})

const versionOf = (id: string) => db.article.findUniqueOrThrow({ where: { id }, select: { version: true } })

test('a confidential source leaves under its pseudonym and says so, wherever it is named', async () => {
  const [text, other] = [await aText(), await aText('Un autre')]
  vi.stubEnv('RECOUPE_IDENTITY_KEY', Buffer.alloc(32, 7).toString('base64url'))
  const { id: hidden } = await addConfidentialSource(people.editor.ctx, {
    ...{ ...once(), id: newId(), name: 'une source à l’état-major', role: 'officier', identity: 'Gorge Profonde' },
    ...{ whyUnnamed: 'Elle risque son poste.', approvedById: people.editor.user.id },
  })
  vi.unstubAllEnvs()
  const unit = await aSource('ORGANISATION', 'Unité secrète')
  const hop = { speechAct: 'SAID', form: 'INDIRECT' } as const
  const chains = [
    [{ ...hop, sourceId: hidden, affiliationId: unit }],
    [{ ...hop, sourceId: unit, onBehalfOfId: hidden }],
  ]
  const claimId = await claimChecking(desk, text, words(other, { chains }))
  await db.source.update({ where: { id: unit }, data: { parentId: hidden } })
  await reviseWith(db, claimId, async (tx) => {
    await tx.evidence.updateMany({ where: { claimId }, data: { sourceId: hidden } })
    await tx.warning.create({ data: { id: newId(), projectId: people.project.id, claimId, issuerId: hidden } })
  })
  // A verdict on it asks for attention, without saying which source it is about.
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
  await recordVerdict(people.editor.ctx, {
    ...{ ...once(), id: newId(), claimId, claimRevision: revision, ratingId: await desk.ratingId('unverifiable') },
    ...{ rationale: 'Une seule voix.', asOf: '2021-08-26' },
  })
  const grade = {
    grade: 'C',
    reason: 'Une fois démentie.',
    judgedOn: new Date('2021-08-26'),
    createdAt: new Date(),
  } as const
  const judged = { id: newId(), projectId: people.project.id, sourceId: hidden, createdById: people.editor.user.id }
  await db.sourceReliability.create({ data: { ...judged, ...grade } })
  const got = await report(text.articleId)
  const files = reportJson(got) + reportCsv(got)
  expect(files).not.toContain('Gorge')
  expect(files).not.toContain(hidden)
  expect(got.claims[0]?.verdicts[0]?.needsAttention).toMatchObject([{ kind: 'source', what: 'judged', id: null }])
  expect(got.claims[0]?.attributions[0]?.hops[0]).toMatchObject({
    source: { id: null, kind: 'CONFIDENTIAL', name: 'une source à l’état-major', role: 'officier', parent: null },
    affiliation: null,
  })
  expect(got.claims[0]?.attributions[1]?.hops[0]).toMatchObject({
    source: { name: 'Unité secrète', parent: null },
    onBehalfOf: { id: null, name: 'une source à l’état-major' },
  })
})

test('twenty claims take as many queries as one', async () => {
  const [one, many, other] = [await aText(), await aText('Beaucoup'), await aText('Un autre')]
  await claimChecking(desk, one, words(other))
  for (let made = 0; made < 20; made++) await claimChecking(desk, many, words(other))
  const counting = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl() }),
    log: [{ emit: 'event', level: 'query' }],
  })
  let queries = 0
  counting.$on('query', () => queries++)
  const asked = async (articleId: string) => {
    queries = 0
    const { claims } = await getVerdictReport({ ...people.viewer.ctx, db: counting }, articleId)
    return { claims: claims.length, queries }
  }
  const [few, lots] = [await asked(one.articleId), await asked(many.articleId)]
  await counting.$disconnect()
  expect([few.claims, lots.claims]).toEqual([1, 20])
  expect(few.queries).toBeGreaterThan(0)
  expect(lots.queries).toBe(few.queries)
})
