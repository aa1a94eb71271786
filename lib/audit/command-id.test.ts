import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addComment } from '@/lib/comments/commands'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { markNoticesRead } from '@/lib/notices/commands'
import { aClaim, actingAs, aMember, anArticle, aProject, once, TEST_NOW } from '@/seeds/builders'

// A command id seen before answers what it answered then: to the same person, who asks the same.
const db = getDb()
let team: Awaited<ReturnType<typeof aProject>>
let claimId: string
beforeAll(async () => {
  team = await aProject(db)
  const { version } = await anArticle(db, team.project, 'Selon le maire, dix morts hier.')
  claimId = (await aClaim(team.checker.ctx, version, 'dix morts')).id
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const reused = { code: 'conflict', reasons: [{ key: 'commandIdReused' }] }
const aComment = () => ({ ...once(), id: newId(), claimId, body: 'Vu' })

describe('a repeated command id', () => {
  test('with the same content answers the same, and writes nothing more', async () => {
    const input = aComment()
    const first = await addComment(team.checker.ctx, input)
    // As it comes over the wire a second time: the fields in another order.
    const { body, ...rest } = input
    expect(await addComment(team.checker.ctx, { body: ` ${body} `, ...rest })).toEqual(first)
    expect(await db.comment.count({ where: { id: input.id } })).toBe(1)
  })

  test('with other content is refused, and nothing is written', async () => {
    const input = aComment()
    await addComment(team.checker.ctx, input)
    await expect(addComment(team.checker.ctx, { ...input, body: 'Revu' })).rejects.toMatchObject(reused)
    expect(await db.comment.findMany({ where: { id: input.id } })).toMatchObject([{ body: 'Vu' }])
  })

  test('of somebody else, of another command or of another project tells nothing of it', async () => {
    const input = aComment()
    await addComment(team.checker.ctx, input)
    const { commandId } = input
    await expect(addComment(team.editor.ctx, input)).rejects.toMatchObject(reused)
    await expect(markNoticesRead(team.checker.ctx, { commandId })).rejects.toMatchObject(reused)
    const other = await aProject(db)
    await db.membership.create({
      data: { id: newId(), projectId: other.project.id, userId: team.checker.user.id, role: 'CHECKER' },
    })
    const elsewhere: Ctx = actingAs(team.checker.user, other.project, 'CHECKER')
    await expect(addComment(elsewhere, input)).rejects.toMatchObject(reused)
  })

  test('of who is a member no more is answered nothing', async () => {
    const member = await aMember(db, team.project, 'CHECKER')
    const input = aComment()
    await addComment(member.ctx, input)
    await db.membership.updateMany({ where: { userId: member.user.id }, data: { endedAt: TEST_NOW } })
    await expect(addComment(member.ctx, input)).rejects.toMatchObject(reused)
  })

  test('from before the hashes answers as it did', async () => {
    const input = aComment()
    await db.auditEntry.create({
      data: {
        ...{ id: newId(), commandId: input.commandId, projectId: team.project.id, actorId: team.checker.user.id },
        ...{ action: 'comment:add', entity: 'comment', entityId: input.id, result: { id: input.id }, at: TEST_NOW },
      },
    })
    expect(await addComment(team.checker.ctx, { ...input, body: 'Revu' })).toEqual({ id: input.id })
  })

  test('is compared under the secret of before too, as long as the server keeps it', async () => {
    const input = aComment()
    const first = await addComment(team.checker.ctx, input)
    const before = process.env.NEXTAUTH_SECRET ?? ''
    vi.stubEnv('NEXTAUTH_SECRET', 'a new secret, which has taken the place of the other')
    vi.stubEnv('NEXTAUTH_SECRET_OLD', before)
    expect(await addComment(team.checker.ctx, input)).toEqual(first)
    await expect(addComment(team.checker.ctx, { ...input, body: 'Revu' })).rejects.toMatchObject(reused)
    vi.stubEnv('NEXTAUTH_SECRET_OLD', '')
    expect(await addComment(team.checker.ctx, { ...input, body: 'Revu' })).toEqual(first)
  })
})

test('the log keeps of what was asked a keyed hash alone', async () => {
  const input = aComment()
  await addComment(team.checker.ctx, input)
  const row = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
  expect(row.inputHash).toMatch(/^[0-9a-f]{8}:[0-9a-f]{64}$/)
})
