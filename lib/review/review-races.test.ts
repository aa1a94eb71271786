import { beforeAll, describe, expect, test } from 'vitest'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { getDb } from '@/lib/db'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { newId } from '@/lib/ids'
import { listNotices } from '@/lib/notices/queries'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim, planClaim } from '@/lib/review/commands/assign'
import { returnClaim, startChecking, submitClaim, withdrawClaim } from '@/lib/review/commands/moves'
import { getDesk } from '@/lib/review/queries/desk'
import { getReviewOptions } from '@/lib/review/queries/review-options'
import { recordVerdict } from '@/lib/verdicts/commands'
import { actingAs, aMember, anArticle, aProject, once } from '@/seeds/builders'
import {
  type ClaimWords,
  claimChecking,
  claimInReview,
  claimOpen,
  type SeededText,
  type TwoPeople,
} from '@/seeds/scenarios'

// What happens at once, and to those who have left: of two, one; and nothing is lost unseen.
const db = getDb()
let team: Awaited<ReturnType<typeof aProject>>
let desk: TwoPeople
let text: SeededText
let other: SeededText
beforeAll(async () => {
  team = await aProject()
  const ratingId = async (key: string) => String(team.ratings.find((rating) => rating.key === key)?.id)
  desk = { editor: team.editor.ctx, checker: team.checker.ctx, ratingId }
  const textOf = ({ article, version }: Awaited<ReturnType<typeof anArticle>>): SeededText => ({
    articleId: article.id,
    versionId: version.id,
    text: version.text,
  })
  text = textOf(await anArticle(db, team.project, 'Le maire a menti. Dix morts hier.', 'One'))
  other = textOf(await anArticle(db, team.project, 'Le maire a dit vrai, selon la préfecture.', 'Two'))
})

const words = (): ClaimWords => ({
  passages: ['Le maire a menti'],
  category: 'OTHER',
  wording: 'Le maire a menti',
  chains: [[]],
  knows: 'WITNESSED',
  knowsReason: 'Vu.',
  evidence: { in: other, words: 'Le maire a dit vrai', stance: 'CONTRADICTS', knows: 'WITNESSED', knowsReason: 'Vu.' },
  verdict: { rating: 'unverifiable', rationale: 'Parce que les textes le disent.' },
})
const given = (id: string, to: { user: { id: string } }, more: object = {}) => ({
  ...once(),
  id,
  assignmentId: newId(),
  assigneeId: to.user.id,
  ...more,
})
const claimOf = (id: string) =>
  db.claim.findUniqueOrThrow({ where: { id }, include: { verdicts: true, evidence: true } })
const approval = async (id: string) => {
  const { revision, verdicts } = await claimOf(id)
  return { ...once(), id, verdictId: String(verdicts[0]?.id), claimRevision: revision }
}
/** What came of several at once: `ok`, or the keys of the reasons. */
async function atOnce(attempts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.map((each) => {
    if (each.status === 'fulfilled') return 'ok'
    const { reasons } = each.reason as { reasons?: { key: string }[] }
    return reasons ? reasons.map(({ key }) => key).join() : String(each.reason)
  })
}

describe('at once', () => {
  test('two approvals: one counts', async () => {
    const id = await claimInReview(desk, text, words())
    const input = await approval(id)
    const outcomes = await atOnce([
      approveClaim(team.editor.ctx, input),
      approveClaim(team.admin.ctx, { ...input, ...once() }),
    ])
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1)
    expect(await db.auditEntry.count({ where: { claimId: id, action: 'claim:approve' } })).toBe(1)
  })

  test('approving and withdrawing: one counts, and what stands is whole', async () => {
    const id = await claimInReview(desk, text, words())
    const outcomes = await atOnce([
      approveClaim(team.editor.ctx, await approval(id)),
      withdrawClaim(team.checker.ctx, { ...once(), id }),
    ])
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1)
    const { state, approvedVerdictId } = await claimOf(id)
    expect(state === 'APPROVED').toBe(approvedVerdictId !== null)
  })

  test('submitting and withdrawing the only evidence: never both', async () => {
    const id = await claimChecking(desk, text, words())
    const { evidence } = await claimOf(id)
    const item = { ...once(), id: String(evidence[0]?.id), version: 1 }
    const outcomes = await atOnce([
      submitClaim(team.checker.ctx, { ...once(), id }),
      withdrawEvidence(team.checker.ctx, item),
    ])
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1)
  })

  test('giving a verdict and deleting the claim: never both', async () => {
    const id = await claimChecking(desk, text, { ...words(), verdict: undefined })
    const { revision, version } = await claimOf(id)
    const verdict = {
      ...{ ...once(), id: newId(), claimId: id, claimRevision: revision, rationale: 'Ainsi.', asOf: '2021-08-27' },
      ratingId: await desk.ratingId('unverifiable'),
    }
    const outcomes = await atOnce([
      recordVerdict(team.checker.ctx, verdict),
      deleteClaim(team.editor.ctx, { ...once(), id, version }),
    ])
    expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1)
  })

  test('two who give a claim to somebody else: one counts, nobody loses work untold', async () => {
    const id = await claimOpen(desk, text, words())
    const first = await atOnce([
      assignClaim(team.editor.ctx, given(id, team.checker)),
      assignClaim(team.admin.ctx, given(id, team.checker2)),
    ])
    expect(first.sort()).toEqual(['changedMeanwhile', 'ok'])
    const second = await atOnce([
      assignClaim(team.editor.ctx, given(id, team.editor, { reason: 'Malade' })),
      assignClaim(team.admin.ctx, given(id, team.admin, { reason: 'Malade' })),
    ])
    expect(second.sort()).toEqual(['changedMeanwhile', 'ok'])
    expect(await db.assignment.count({ where: { claimId: id, endedAt: null } })).toBe(1)
  })
})

describe('who reviews', () => {
  test('is not for a checker to say who takes a claim, nor by when', async () => {
    for (const more of [{ reviewerId: team.checker2.user.id }, { dueOn: '2030-01-01' }]) {
      const id = await claimOpen(desk, text, words())
      const attempt = assignClaim(team.checker.ctx, given(id, team.checker, more))
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden', reasons: [{ key: 'permission.editor' }] })
      expect(await claimOf(id)).toMatchObject({ state: 'OPEN' })
    }
  })

  test('is never the assignee, whatever the letters of the id', async () => {
    const id = await claimOpen(desk, text, words())
    const reviewerId = team.checker.user.id.toUpperCase()
    const attempt = assignClaim(team.editor.ctx, given(id, team.checker, { reviewerId }))
    await expect(attempt).rejects.toMatchObject({ reasons: [{ key: 'review.reviewerIsAssignee' }] })
  })

  test('when that person has left, every editor finds the claim, and nobody gone is told of it', async () => {
    const reviewer = await aMember(db, team.project, 'CHECKER', 'Gone Reviewer')
    const id = await claimInReview(desk, text, words(), { reviewer: reviewer.ctx })
    const waiting = async () => (await getDesk(team.editor.ctx)).toReview.claims.map((claim) => claim.id)
    expect(await waiting()).not.toContain(id)
    const told = (await listNotices(reviewer.ctx)).length
    await db.membership.updateMany({ where: { userId: reviewer.user.id }, data: { endedAt: new Date() } })
    expect(await waiting()).toContain(id)
    await returnClaim(team.editor.ctx, { ...once(), id, commentId: newId(), comment: 'Encore.' })
    await submitClaim(team.checker.ctx, { ...once(), id })
    expect(await listNotices(reviewer.ctx)).toHaveLength(told)
  })
})

test('nothing moves in an archived article', async () => {
  const made = await anArticle(db, team.project, 'Le maire a menti, dit-on. Fin.', 'Put away')
  const put = { articleId: made.article.id, versionId: made.version.id, text: made.version.text }
  const open = await claimOpen(desk, put, words())
  const review = await claimInReview(desk, put, words())
  await db.article.update({ where: { id: put.articleId }, data: { archivedAt: new Date() } })
  const approving = await approval(review)
  const attempts = [
    () => assignClaim(team.editor.ctx, given(open, team.checker)),
    () => planClaim(team.editor.ctx, { ...once(), id: review, reviewerId: null }),
    () => withdrawClaim(team.checker.ctx, { ...once(), id: review }),
    () => approveClaim(team.editor.ctx, approving),
  ]
  for (const attempt of attempts)
    await expect(attempt()).rejects.toMatchObject({ code: 'refused', reasons: [{ key: 'article.archived' }] })
  const { options } = await getReviewOptions(team.editor.ctx, open)
  expect(options.every(({ refusals }) => refusals.some(({ key }) => key === 'article.archived'))).toBe(true)
})

test('who has no part in the project reads no review, and a role that is gone starts nothing', async () => {
  const id = await claimOpen(desk, text, words())
  const outsider = actingAs(team.checker.user, team.project, null)
  await expect(getReviewOptions(outsider, id)).rejects.toMatchObject({ code: 'not-found' })
  await assignClaim(team.editor.ctx, given(id, team.checker))
  const ofChecker = { projectId: team.project.id, userId: team.checker.user.id }
  await db.membership.updateMany({ where: ofChecker, data: { role: 'VIEWER' } })
  await expect(startChecking(team.checker.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'forbidden' })
  await db.membership.updateMany({ where: ofChecker, data: { role: 'CHECKER' } })
})
