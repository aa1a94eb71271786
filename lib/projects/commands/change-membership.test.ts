import { describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { listMembers, listRatings } from '@/lib/projects/queries'
import { aClaim, actingAs, aMember, anArticle, aProject, assignedTo, aUser, once } from '@/seeds/builders'

const db = getDb()

/** The builders' people have no password: these can sign in. */
async function aTeam() {
  const team = await aProject()
  await db.user.updateMany({ data: { passwordHash: 'set' } })
  const members = await listMembers(team.admin.ctx)
  const of = (person: { id: string }) => {
    const member = members.find(({ user }) => user.id === person.id)
    if (!member) throw new Error('no member')
    return { id: member.id, version: member.version }
  }
  return { ...team, of }
}

describe('setRole', () => {
  test('changes the role, harmlessly twice, and leaves before and after', async () => {
    const { admin, checker, of } = await aTeam()
    const input = { ...once(), ...of(checker.user), role: 'EDITOR' } as const
    const first = await setRole(admin.ctx, input)
    expect(await setRole(admin.ctx, input)).toEqual(first)
    expect(first.version).toBe(2)
    const event = await db.auditEntry.findUniqueOrThrow({ where: { commandId: input.commandId } })
    expect(event).toMatchObject({ before: { role: 'CHECKER' }, after: { role: 'EDITOR' } })
  })

  test('tells who has looked at an older state', async () => {
    const { admin, checker, of } = await aTeam()
    const seen = of(checker.user)
    await setRole(admin.ctx, { ...once(), ...seen, role: 'EDITOR' })
    await expect(setRole(admin.ctx, { ...once(), ...seen, role: 'VIEWER' })).rejects.toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'changedMeanwhile' }],
    })
  })

  test('is an admin’s, within the project', async () => {
    const [one, other] = [await aTeam(), await aTeam()]
    await expect(
      setRole(one.editor.ctx, { ...once(), ...one.of(one.checker.user), role: 'ADMIN' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      setRole(one.admin.ctx, { ...once(), ...other.of(other.checker.user), role: 'ADMIN' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leaves the project an admin, also when two demote each other at once', async () => {
    const { admin, project, of } = await aTeam()
    await expect(setRole(admin.ctx, { ...once(), ...of(admin.user), role: 'EDITOR' })).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'team.lastAdmin' }, { key: 'team.demoteSelf' }],
    })
    const second = await aMember(db, project, 'ADMIN', 'Second')
    await db.user.update({ where: { id: second.user.id }, data: { passwordHash: 'set' } })
    const { id, version } = await db.membership.findFirstOrThrow({ where: { userId: second.user.id } })
    const answers = await Promise.allSettled([
      setRole(admin.ctx, { ...once(), id, version, role: 'EDITOR' }),
      setRole(second.ctx, { ...once(), ...of(admin.user), role: 'EDITOR' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.membership.count({ where: { projectId: project.id, role: 'ADMIN' } })).toBe(1)
  })

  test('an invited admin who has not come yet does not count', async () => {
    const { admin, project, of } = await aTeam()
    await aMember(db, project, 'ADMIN', 'Not here yet')
    await expect(endMembership(admin.ctx, { ...once(), ...of(admin.user) })).rejects.toMatchObject({
      reasons: [{ key: 'team.lastAdmin' }, { key: 'team.endSelf' }],
    })
  })
})

describe('endMembership and restoreMembership', () => {
  test('take someone out and back in the same role, with the work that is assigned to them', async () => {
    const { admin, checker, project, of } = await aTeam()
    const { version } = await anArticle(db, project, 'Un texte. Et une autre phrase.')
    await assignedTo(db, await aClaim(checker.ctx, version, 'Un texte'), checker.user, admin.user)
    const ended = await endMembership(admin.ctx, { ...once(), ...of(checker.user) })
    const stateOf = async () => (await listMembers(admin.ctx)).find(({ user }) => user.id === checker.user.id)
    expect(await stateOf()).toMatchObject({
      state: 'ended',
      openAssignments: { count: 1, more: false },
      role: 'CHECKER',
    })
    await expect(endMembership(admin.ctx, { ...once(), ...ended })).rejects.toMatchObject({
      reasons: [{ key: 'team.ended' }],
    })
    await expect(setRole(admin.ctx, { ...once(), ...ended, role: 'EDITOR' })).rejects.toMatchObject({
      reasons: [{ key: 'team.ended' }],
    })
    const back = await restoreMembership(admin.ctx, { ...once(), ...ended })
    expect(await stateOf()).toMatchObject({ state: 'active', role: 'CHECKER' })
    await expect(restoreMembership(admin.ctx, { ...once(), ...back })).rejects.toMatchObject({
      reasons: [{ key: 'team.notEnded' }],
    })
  })
})

describe('listMembers', () => {
  test('explains to each what they may not do', async () => {
    const { admin, viewer, checker } = await aTeam()
    const seenBy = async (ctx: typeof admin.ctx) =>
      (await listMembers(ctx)).find(({ user }) => user.id === checker.user.id)?.refusals
    const ended = [{ key: 'team.notEnded' }]
    expect(await seenBy(admin.ctx)).toEqual({
      setRole: [],
      end: [],
      restore: ended,
      link: [{ key: 'team.hasJoined' }],
    })
    expect((await seenBy(viewer.ctx))?.setRole).toEqual([{ key: 'permission.admin' }])
  })

  test('is nothing to outsiders', async () => {
    const { project } = await aTeam()
    const outsider = actingAs(await aUser(db), project, null)
    await expect(listMembers(outsider)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listRatings(outsider)).rejects.toMatchObject({ code: 'not-found' })
  })
})
