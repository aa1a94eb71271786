import { beforeAll, describe, expect, test } from 'vitest'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { getDb } from '@/lib/db'
import type { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { listNotices } from '@/lib/notices/queries'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim, planClaim } from '@/lib/review/commands/assign'
import {
  dropClaim,
  reopenClaim,
  restoreClaim,
  returnClaim,
  startChecking,
  submitClaim,
  withdrawClaim,
} from '@/lib/review/commands/moves'
import { getDesk } from '@/lib/review/queries/desk'
import { getReviewOptions } from '@/lib/review/queries/review-options'
import { anArticle, aProject, once } from '@/seeds/builders'
import {
  type ClaimWords,
  claimApproved,
  claimAssigned,
  claimChecking,
  claimInReview,
  claimOpen,
  type SeededText,
  type TwoPeople,
} from '@/seeds/scenarios'

const db = getDb()
let team: Awaited<ReturnType<typeof aProject>>
let desk: TwoPeople
let text: SeededText
let other: SeededText

beforeAll(async () => {
  team = await aProject()
  const ratingId = async (key: string) => String(team.ratings.find((rating) => rating.key === key)?.id)
  desk = { editor: team.editor.ctx, checker: team.checker.ctx, ratingId }
  const one = await anArticle(db, team.project, 'Le maire a menti. Dix morts hier. Il neige à Kaboul.', 'One')
  const two = await anArticle(db, team.project, 'Le maire a dit vrai, selon la préfecture.', 'Two')
  text = { articleId: one.article.id, versionId: one.version.id, text: one.version.text }
  other = { articleId: two.article.id, versionId: two.version.id, text: two.version.text }
})

const words = (rating = 'unverifiable'): ClaimWords => ({
  passages: ['Le maire a menti'],
  category: 'OTHER',
  wording: 'Le maire a menti',
  chains: [[]],
  knows: 'WITNESSED',
  knowsReason: 'Vu.',
  evidence: { in: other, words: 'Le maire a dit vrai', stance: 'CONTRADICTS', knows: 'WITNESSED', knowsReason: 'Vu.' },
  verdict: { rating, rationale: 'Parce que les textes le disent.' },
})

const keysOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error: DomainError = await attempt.then(
    () => {
      throw new Error('It was not refused.')
    },
    (refusal) => refusal,
  )
  if (!error.reasons) throw error
  return error.reasons.map((reason) => reason.key)
}

const stateOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).state
const presentVerdict = async (claimId: string) => {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { verdicts: { orderBy: { createdAt: 'desc' }, take: 1 } },
  })
  return { verdictId: String(claim.verdicts[0]?.id), claimRevision: claim.revision }
}

describe('assigning', () => {
  test('an editor assigns with a reviewer and a date; the checker is told and finds it on the desk', async () => {
    const id = await claimAssigned(desk, text, words(), { reviewer: team.editor.ctx, dueOn: '2021-08-30' })
    expect(await stateOf(id)).toBe('ASSIGNED')
    const [notice] = await listNotices(team.checker.ctx)
    expect(notice).toMatchObject({ kind: 'ASSIGNED', claim: { id } })
    const { mine } = await getDesk(team.checker.ctx)
    expect(mine.claims.find((claim) => claim.id === id)).toMatchObject({ dueOn: '2021-08-30' })
  })

  const assignment = (id: string, assigneeId: string) => ({
    ...once(),
    id,
    assignmentId: newId(),
    assigneeId,
    dueOn: null,
    reason: null,
  })

  test('a checker takes an open claim, but gives none to others; a viewer takes none', async () => {
    const id = await claimOpen(desk, text, words())
    const { checker, checker2, viewer } = team
    expect(await keysOf(assignClaim(checker.ctx, assignment(id, checker2.user.id)))).toContain('permission.editor')
    expect(await keysOf(assignClaim(viewer.ctx, assignment(id, viewer.user.id)))).toContain('review.assigneeNotActive')
    await assignClaim(checker.ctx, assignment(id, checker.user.id))
    expect(await stateOf(id)).toBe('ASSIGNED')
  })

  test('taking work from somebody asks for a reason, and tells them', async () => {
    const id = await claimChecking(desk, text, { ...words(), verdict: undefined })
    const { editor, checker, checker2 } = team
    expect(await keysOf(assignClaim(editor.ctx, assignment(id, checker2.user.id)))).toEqual(['review.reasonToReassign'])
    await assignClaim(editor.ctx, { ...assignment(id, checker2.user.id), reason: 'Malade' })
    expect(await stateOf(id)).toBe('ASSIGNED')
    expect((await listNotices(checker.ctx))[0]).toMatchObject({ kind: 'UNASSIGNED', claim: { id } })
    expect(await db.assignment.count({ where: { claimId: id, endedAt: null } })).toBe(1)
  })

  test('nobody reviews what they check themselves', async () => {
    const id = await claimAssigned(desk, text, words())
    const attempt = planClaim(team.editor.ctx, { ...once(), id, reviewerId: team.checker.user.id, dueOn: null })
    expect(await keysOf(attempt)).toEqual(['review.reviewerIsAssignee'])
  })

  test('a repeated command changes nothing more', async () => {
    const id = await claimOpen(desk, text, words())
    const input = assignment(id, team.checker.user.id)
    const first = await assignClaim(team.editor.ctx, input)
    expect(await assignClaim(team.editor.ctx, input)).toEqual(first)
    expect(await db.assignment.count({ where: { claimId: id } })).toBe(1)
    expect(await db.auditEntry.count({ where: { commandId: input.commandId } })).toBe(1)
  })
})

describe('submitting', () => {
  test('every missing thing is named at once', async () => {
    const bare: ClaimWords = { passages: ['Il neige'], category: 'OTHER', wording: 'Il neige' }
    const id = await claimChecking(desk, text, bare)
    expect(await keysOf(submitClaim(team.checker.ctx, { ...once(), id }))).toEqual([
      'review.ownVerdictNeeded',
      'review.evidenceNeeded',
      'review.chainNeeded',
    ])
    expect(await stateOf(id)).toBe('CHECKING')
  })

  test('a verdict on an earlier revision does not count', async () => {
    const id = await claimChecking(desk, text, { ...words(), chains: [[], []] })
    const chain = await db.attribution.findFirstOrThrow({ where: { claimId: id } })
    await removeAttribution(team.checker.ctx, { ...once(), id: chain.id, version: chain.version })
    expect(await keysOf(submitClaim(team.checker.ctx, { ...once(), id }))).toEqual(['review.ownVerdictNeeded'])
  })

  test('only the assignee starts and submits', async () => {
    const id = await claimAssigned(desk, text, words())
    expect(await keysOf(startChecking(team.checker2.ctx, { ...once(), id }))).toEqual(['permission.assignee'])
  })
})

describe('reviewing', () => {
  test('the whole way: submit, return with a comment, submit again, approve, reopen', async () => {
    const id = await claimInReview(desk, text, words(), { reviewer: team.editor.ctx })
    expect((await getDesk(team.editor.ctx)).toReview.claims.map((claim) => claim.id)).toContain(id)
    const comment = { ...once(), id, commentId: newId(), comment: 'Et la préfecture ?' }
    await returnClaim(team.editor.ctx, comment)
    expect(await stateOf(id)).toBe('CHECKING')
    expect((await listNotices(team.checker.ctx))[0]).toMatchObject({ kind: 'RETURNED' })
    await submitClaim(team.checker.ctx, { ...once(), id })
    await approveClaim(team.editor.ctx, { ...once(), id, ...(await presentVerdict(id)), singleSourceReason: null })
    expect(await stateOf(id)).toBe('APPROVED')
    await reopenClaim(team.editor.ctx, { ...once(), id, reason: 'Un fait nouveau' })
    expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'CHECKING',
      approvedVerdictId: null,
    })
  })

  test('a return without a comment is refused, and nothing moves', async () => {
    const id = await claimInReview(desk, text, words())
    const empty = { ...once(), id, commentId: newId(), comment: '  ' }
    expect(await keysOf(returnClaim(team.editor.ctx, empty))).toEqual(['comment.bodyMissing'])
    expect(await stateOf(id)).toBe('IN_REVIEW')
  })

  test('the checker cannot approve their own verdict, not even as the named reviewer', async () => {
    const id = await claimInReview(desk, text, words())
    const input = { ...once(), id, ...(await presentVerdict(id)), singleSourceReason: null }
    expect(await keysOf(approveClaim(team.checker.ctx, input))).toContain('review.ownVerdict')
    expect(await stateOf(id)).toBe('IN_REVIEW')
  })

  test('a rating asks for origins, or for a reason why one suffices', async () => {
    const id = await claimInReview(desk, text, words('false'))
    const approval = { id, ...(await presentVerdict(id)) }
    const bare = approveClaim(team.editor.ctx, { ...once(), ...approval, singleSourceReason: ' ' })
    expect(await keysOf(bare)).toEqual(['origins.contradictingNeeded'])
    const reason = { singleSourceReason: 'Seule la préfecture le sait' }
    const unkind = approveClaim(team.editor.ctx, { ...once(), ...approval, ...reason })
    expect(await keysOf(unkind)).toEqual(['review.singleSourceKindMissing'])
    const mute = approveClaim(team.editor.ctx, {
      ...once(),
      ...approval,
      singleSourceKind: 'OTHER',
      singleSourceReason: null,
    })
    expect(await keysOf(mute)).toEqual(['review.singleSourceReasonMissing'])
    await approveClaim(team.editor.ctx, { ...once(), ...approval, ...reason, singleSourceKind: 'SOLE_AUTHORITY' })
    const found = () => db.claim.findUniqueOrThrow({ where: { id } })
    expect(await found()).toMatchObject({
      state: 'APPROVED',
      approvedSingleSourceKind: 'SOLE_AUTHORITY',
      approvedSingleSourceReason: 'Seule la préfecture le sait',
    })
    const approved = { claimId: id, action: 'claim:approve' }
    expect((await db.auditEntry.findFirstOrThrow({ where: approved })).after).toMatchObject({
      approvedSingleSourceKind: 'SOLE_AUTHORITY',
    })
    await reopenClaim(team.editor.ctx, { ...once(), id, reason: 'À revoir' })
    expect(await found()).toMatchObject({ approvedSingleSourceKind: null, approvedSingleSourceReason: null })
  })

  test('a kind that nothing asked for is not kept', async () => {
    const id = await claimInReview(desk, text, words())
    const approval = { id, ...(await presentVerdict(id)), singleSourceKind: 'OTHER', singleSourceReason: 'x' } as const
    await approveClaim(team.editor.ctx, { ...once(), ...approval })
    expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ approvedSingleSourceKind: null })
  })

  test('a stale revision and an unknown verdict are refused', async () => {
    const id = await claimInReview(desk, text, words())
    const { verdictId, claimRevision } = await presentVerdict(id)
    const stale = { ...once(), id, verdictId, claimRevision: claimRevision - 1, singleSourceReason: null }
    expect(await keysOf(approveClaim(team.editor.ctx, stale))).toEqual(['review.claimChanged'])
    const unknown = { ...once(), id, verdictId: newId(), claimRevision, singleSourceReason: null }
    expect(await keysOf(approveClaim(team.editor.ctx, unknown))).toEqual(['review.verdictNotPresent'])
  })

  test('withdraw, drop and restore', async () => {
    const id = await claimInReview(desk, text, words())
    await withdrawClaim(team.checker.ctx, { ...once(), id })
    expect(await keysOf(dropClaim(team.checker.ctx, { ...once(), id, reason: 'Non' }))).toEqual(['permission.editor'])
    await dropClaim(team.editor.ctx, { ...once(), id, reason: 'Sans intérêt' })
    expect(await stateOf(id)).toBe('DROPPED')
    await restoreClaim(team.editor.ctx, { ...once(), id, reason: 'Finalement si' })
    expect(await stateOf(id)).toBe('OPEN')
    expect(await db.assignment.count({ where: { claimId: id, endedAt: null } })).toBe(0)
  })

  test('an approved claim can be dropped; its approval goes with it', async () => {
    const id = await claimApproved(desk, text, words())
    await dropClaim(team.editor.ctx, { ...once(), id, reason: 'Doublon' })
    expect(await stateOf(id)).toBe('DROPPED')
  })

  test('another project finds nothing', async () => {
    const id = await claimInReview(desk, text, words())
    const stranger = await aProject()
    const attempt = withdrawClaim(stranger.admin.ctx, { ...once(), id })
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the screen and the server give the same reasons', async () => {
    const id = await claimInReview(desk, text, words('true'))
    const { options, originsLacking } = await getReviewOptions(team.checker.ctx, id)
    expect(options.map((option) => option.action)).toEqual(['withdraw', 'return', 'approve', 'drop'])
    const approve = options.find((option) => option.action === 'approve')
    expect(approve?.refusals.map((reason) => reason.key)).toContain('review.ownVerdict')
    expect(originsLacking.map((reason) => reason.key)).toEqual(['origins.assertingNeeded'])
  })
})
