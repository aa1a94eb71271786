import { beforeAll, describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { removeReply, saveReply } from '@/lib/replies/commands'
import { listReplies, listRepliesOfArticle } from '@/lib/replies/queries'
import { aClaim, anArticle, aProject, once, walkTo } from '@/seeds/builders'

const TEXT = 'Selon M. Mallick, sept terroristes sont en fuite.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let other: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  desk = await aProject()
  other = await aProject()
  article = await anArticle(db, desk.project, TEXT)
})

const aFreshClaim = () => aClaim(desk.editor.ctx, article.version, 'sept terroristes sont en fuite')
const asked = (claimId: string) => ({
  ...once(),
  ...{ id: newId(), claimId, version: null, sourceId: article.source.id, outcome: 'WAITING' as const },
  ...{ askedOn: '2021-08-26', note: 'par courriel' },
})

describe('saveReply', () => {
  test('keeps who was asked, when and how, then what came back, whatever the claim’s state', async () => {
    const claim = await aFreshClaim()
    const first = asked(claim.id)
    await saveReply(desk.editor.ctx, first)
    await saveReply(desk.editor.ctx, asked(claim.id))
    for (const state of ['IN_REVIEW', 'DROPPED'] as const) {
      await walkTo(db, claim, state)
      const version = (await listReplies(desk.viewer.ctx, claim.id))[0]?.version ?? 0
      const answer = { outcome: 'ANSWERED' as const, answeredOn: '2021-08-27', answer: `« Non », ${state}` }
      await saveReply(desk.editor.ctx, { ...first, ...once(), version, ...answer })
    }
    const [reply, second] = await listReplies(desk.viewer.ctx, claim.id)
    expect(reply).toMatchObject({
      outcome: 'ANSWERED',
      askedOn: '2021-08-26',
      answer: '« Non », DROPPED',
      version: 3,
    })
    expect(second).toMatchObject({ outcome: 'WAITING', note: 'par courriel', source: { name: 'An article' } })
    expect((await listRepliesOfArticle(desk.viewer.ctx, article.article.id)).get(claim.id)).toHaveLength(2)
  })

  test('asks why nobody was asked, for the words of an answer, and for days in their order', async () => {
    const input = asked((await aFreshClaim()).id)
    const refused = (part: object) =>
      saveReply(desk.editor.ctx, { ...input, ...once(), ...part }).catch((error) => error.reasons)
    expect(await refused({ outcome: 'NOT_ASKED', note: ' ' })).toEqual([{ key: 'reply.whyMissing', path: 'note' }])
    expect(await refused({ outcome: 'ANSWERED' })).toEqual([{ key: 'reply.answerMissing', path: 'answer' }])
    const early = { outcome: 'DECLINED', answeredOn: '2021-08-25' }
    expect(await refused(early)).toEqual([{ key: 'reply.dayOrder', path: 'answeredOn' }])
    expect(await refused({ sourceId: '' })).toEqual([{ key: 'reply.sourceMissing', path: 'sourceId' }])
  })

  test('keeps nothing that its outcome has no place for', async () => {
    const input = asked((await aFreshClaim()).id)
    await saveReply(desk.editor.ctx, { ...input, outcome: 'NOT_ASKED', note: 'en fuite', answer: 'un reste' })
    expect(await listReplies(desk.viewer.ctx, input.claimId)).toMatchObject([{ askedOn: null, answer: null }])
  })

  test('of two who change one, the second is a conflict', async () => {
    const input = asked((await aFreshClaim()).id)
    await saveReply(desk.editor.ctx, input)
    const both = await Promise.allSettled(
      [desk.editor, desk.admin].map(({ ctx }) =>
        saveReply(ctx, { ...input, ...once(), version: 1, outcome: 'NO_ANSWER' }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused to viewers, to checkers of other claims, to other desks, with foreign sources and on archived articles', async () => {
    const input = asked((await aFreshClaim()).id)
    for (const { ctx } of [desk.viewer, desk.checker])
      await expect(saveReply(ctx, input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(saveReply(other.editor.ctx, input)).rejects.toMatchObject({ code: 'not-found' })
    const foreign = await anArticle(db, other.project, TEXT)
    const stolen = { ...input, ...once(), sourceId: foreign.source.id }
    await expect(saveReply(desk.editor.ctx, stolen)).rejects.toMatchObject({ code: 'not-found' })
    expect(await listReplies(other.viewer.ctx, input.claimId)).toEqual([])
    await db.article.update({ where: { id: article.article.id }, data: { archivedAt: new Date() } })
    await expect(saveReply(desk.editor.ctx, input)).rejects.toMatchObject({ reasons: [{ key: 'article.archived' }] })
    await db.article.update({ where: { id: article.article.id }, data: { archivedAt: null } })
  })
})

test('a removed request is gone, stays in the log, and comes back by its id', async () => {
  const input = asked((await aFreshClaim()).id)
  await saveReply(desk.editor.ctx, input)
  const gone = { ...once(), id: input.id, claimId: input.claimId, version: 1 }
  await removeReply(desk.editor.ctx, gone)
  expect(await listReplies(desk.viewer.ctx, input.claimId)).toEqual([])
  const row = await db.auditEntry.findUniqueOrThrow({ where: { commandId: gone.commandId } })
  expect(row.before).toMatchObject({ id: input.id, note: 'par courriel' })
  await saveReply(desk.editor.ctx, { ...input, ...once() })
  expect(await listReplies(desk.viewer.ctx, input.claimId)).toMatchObject([{ id: input.id, outcome: 'WAITING' }])
})
