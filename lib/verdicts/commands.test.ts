import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { recordVerdict } from '@/lib/verdicts/commands'
import { latestVerdictsOfArticle, listVerdicts } from '@/lib/verdicts/queries/verdicts'
import { aClaim, anArticle, aProject, assignedTo, once, reviseWith, TEST_NOW, walkTo } from '@/seeds/builders'

const TEXT = 'Le nombre de morts de l’attaque est passé à 170.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>

beforeAll(async () => {
  desk = await aProject(db)
  article = await anArticle(db, desk.project, TEXT)
})

async function aClaimUnderCheck() {
  const claim = await aClaim(desk.editor.ctx, article.version, 'passé à 170')
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  return claim
}
const unverifiable = () => desk.ratings.find(({ key }) => key === 'unverifiable')?.id ?? ''
const judge = (claimId: string) => ({
  ...once(),
  id: newId(),
  claimId,
  claimRevision: 1,
  ratingId: unverifiable(),
  rationale: 'Les deux textes ne disent pas d’où vient le nombre.',
  asOf: '2021-08-27',
})
const someEvidence = (claimId: string, withdrawnAt: Date | null = null) =>
  reviseWith(db, claimId, (tx) =>
    tx.evidence.create({
      data: {
        ...{ id: newId(), projectId: desk.project.id, claimId, stance: 'CONTEXT', url: 'https://example.org/' },
        ...{ withdrawnAt, createdById: desk.editor.user.id, createdAt: TEST_NOW },
      },
    }),
  )

describe('recordVerdict', () => {
  it('keeps who judged what, when, and on what it rests', async () => {
    const claim = await aClaimUnderCheck()
    const evidence = await someEvidence(claim.id)
    const judged = { ...judge(claim.id), claimRevision: 2, method: 'Lecture des deux textes' }
    const input = { ...judged, evidenceIds: [evidence.id, evidence.id] }
    expect(await recordVerdict(desk.checker.ctx, input)).toEqual({ id: input.id, claimRevision: 2 })
    const [verdict] = await listVerdicts(desk.viewer.ctx, claim.id)
    expect(verdict).toMatchObject({
      rating: { key: 'unverifiable' },
      author: { id: desk.checker.user.id },
      asOf: '2021-08-27',
      isPresent: true,
      isApproved: false,
      evidence: [{ id: evidence.id, url: 'https://example.org/' }],
    })
    const stored = await db.verdict.findUniqueOrThrow({ where: { id: input.id } })
    expect(stored.groundStates).toMatchObject([
      { kind: 'claim', id: claim.id, version: 1, state: { wording: 'passé à 170', passages: ['passé à 170'] } },
      { kind: 'evidence', id: evidence.id, version: 1, state: { stance: 'CONTEXT', url: 'https://example.org/' } },
      { kind: 'origins', id: claim.id, state: { groups: [] } },
      { kind: 'articleVersion', id: article.article.id, state: { latest: 1, standsIn: [1] } },
    ])
  })

  it('records a repeated command once', async () => {
    const claim = await aClaimUnderCheck()
    const input = judge(claim.id)
    expect(await recordVerdict(desk.checker.ctx, input)).toEqual(await recordVerdict(desk.checker.ctx, input))
    expect(await listVerdicts(desk.viewer.ctx, claim.id)).toHaveLength(1)
  })

  it('adds to earlier verdicts and never replaces them', async () => {
    const claim = await aClaimUnderCheck()
    await recordVerdict(desk.checker.ctx, judge(claim.id))
    const half = desk.ratings.find(({ value }) => value === 3)?.id ?? ''
    const later = { ...desk.editor.ctx, now: new Date(TEST_NOW.getTime() + 60_000) }
    await recordVerdict(later, { ...judge(claim.id), ratingId: half })
    const verdicts = await listVerdicts(desk.viewer.ctx, claim.id)
    expect(verdicts.map(({ rating }) => rating.key)).toEqual(['half_true', 'unverifiable'])
    const latest = await latestVerdictsOfArticle(desk.viewer.ctx, article.article.id)
    expect(latest.get(claim.id)).toMatchObject({ rating: { key: 'half_true' }, isPresent: true })
  })

  it('says of a verdict that its claim has changed since, and takes none on what it was', async () => {
    const claim = await aClaimUnderCheck()
    await recordVerdict(desk.checker.ctx, judge(claim.id))
    const figure = { measure: 'KILLED', verbatim: '170', qualifier: 'EXACT', best: 170 } as const
    await saveFigure(desk.checker.ctx, { ...once(), id: newId(), claimId: claim.id, version: null, ...figure })
    expect(await listVerdicts(desk.viewer.ctx, claim.id)).toMatchObject([{ isPresent: false }])
    await expect(recordVerdict(desk.checker.ctx, judge(claim.id))).rejects.toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'verdict.claimChanged' }],
    })
    await recordVerdict(desk.checker.ctx, { ...judge(claim.id), claimRevision: 2 })
  })

  it('asks for reasons, a rating and a day, all named at once', async () => {
    const claim = await aClaimUnderCheck()
    const nothing = { ...judge(claim.id), rationale: '  ', ratingId: '', asOf: '' }
    await expect(recordVerdict(desk.checker.ctx, nothing)).rejects.toMatchObject({
      code: 'invalid',
      reasons: [
        { key: 'verdict.ratingMissing', path: 'ratingId' },
        { key: 'verdict.reasonsMissing', path: 'rationale' },
        { key: 'verdict.dayMissing', path: 'asOf' },
      ],
    })
  })

  it('refuses a rating of another desk, foreign or withdrawn evidence, and tomorrow', async () => {
    const claim = await aClaimUnderCheck()
    const other = await aProject(db)
    const foreign = await someEvidence((await aClaimUnderCheck()).id)
    const withdrawn = await someEvidence(claim.id, TEST_NOW)
    const wrong = { ...judge(claim.id), claimRevision: 2, ratingId: other.ratings[0]?.id ?? '', asOf: '2021-08-28' }
    for (const item of [foreign, withdrawn]) {
      await expect(recordVerdict(desk.checker.ctx, { ...wrong, evidenceIds: [item.id] })).rejects.toMatchObject({
        code: 'invalid',
        reasons: [
          { key: 'verdict.ratingUnknown', path: 'ratingId' },
          { key: 'verdict.evidenceUnknown', path: 'evidenceIds' },
          { key: 'verdict.dayInFuture', path: 'asOf' },
        ],
      })
    }
    expect(await listVerdicts(desk.viewer.ctx, claim.id)).toEqual([])
  })

  it('takes today as the project’s day, not the server’s', async () => {
    const claim = await aClaimUnderCheck()
    // 00:30 of the 28th in Paris, still the 27th in UTC.
    const night = { ...desk.checker.ctx, now: new Date('2021-08-27T22:30:00Z') }
    await expect(recordVerdict(night, { ...judge(claim.id), asOf: '2021-08-28' })).resolves.toBeDefined()
    await expect(recordVerdict(night, { ...judge(claim.id), asOf: '2021-08-29' })).rejects.toMatchObject({
      reasons: [{ key: 'verdict.dayInFuture', path: 'asOf' }],
    })
  })

  it('is for the assignee and editors, within the project, on a claim that is not locked', async () => {
    const claim = await aClaimUnderCheck()
    await expect(recordVerdict(desk.viewer.ctx, judge(claim.id))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(recordVerdict(desk.checker2.ctx, judge(claim.id))).rejects.toMatchObject({ code: 'forbidden' })
    const other = await aProject(db)
    await expect(recordVerdict(other.editor.ctx, judge(claim.id))).rejects.toMatchObject({ code: 'not-found' })
    for (const state of ['IN_REVIEW', 'DROPPED'] as const) {
      await walkTo(db, claim, state)
      await expect(recordVerdict(desk.checker.ctx, judge(claim.id))).rejects.toMatchObject({ code: 'refused' })
    }
  })
})

it('the database itself keeps every verdict as it was given', async () => {
  const claim = await aClaimUnderCheck()
  const evidence = await someEvidence(claim.id)
  const input = { ...judge(claim.id), claimRevision: 2, evidenceIds: [evidence.id] }
  const { id } = await recordVerdict(desk.checker.ctx, input)
  await expect(db.verdict.update({ where: { id }, data: { rationale: 'another' } })).rejects.toThrow()
  await expect(db.verdictEvidence.deleteMany({ where: { verdictId: id } })).rejects.toThrow()
  await expect(db.verdict.deleteMany({ where: { id } })).rejects.toThrow()
  await expect(db.$executeRaw`TRUNCATE "Verdict" CASCADE`).rejects.toThrow()
  expect(await listVerdicts(desk.viewer.ctx, claim.id)).toMatchObject([{ id, evidence: [{ id: evidence.id }] }])
})
