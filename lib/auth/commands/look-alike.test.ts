import { beforeAll, describe, expect, test, vi } from 'vitest'
import { joinProject } from '@/lib/auth/commands/join-project'
import { renameSelf } from '@/lib/auth/commands/own-account'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { restoreMembership } from '@/lib/projects/commands/change-membership'
import { inviteMember } from '@/lib/projects/commands/hand-out-link'
import { actingAs, aProject, aUser, once } from '@/seeds/builders'

const db = getDb()
beforeAll(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests'))
const TAKEN = { code: 'refused', reasons: [expect.objectContaining({ key: 'auth.nameTaken', path: 'name' })] }

test('nobody takes the name of a colleague, of one who left, or of the owner', async () => {
  const team = await aProject()
  await db.user.update({ where: { id: team.editor.user.id }, data: { name: 'Édith Éditrice' } })
  await db.user.update({ where: { id: team.checker2.user.id }, data: { name: 'Ancien Collègue' } })
  await db.membership.updateMany({ where: { userId: team.checker2.user.id }, data: { endedAt: new Date() } })
  await aUser(db, 'Olga Propriétaire', true)
  for (const name of ['Edith Editrice', 'Еdith Éditrice', 'Ancien collegue', 'OIga Proprietaire'])
    await expect(renameSelf(team.checker.ctx, { ...once(), name }), name).rejects.toMatchObject(TAKEN)
  const invited = { ...once(), id: newId(), userId: newId(), email: 'imite@recoupe.example', role: 'CHECKER' as const }
  await expect(inviteMember(team.admin.ctx, { ...invited, name: 'Edith Éditrice' })).rejects.toMatchObject(TAKEN)
  expect(await db.user.count({ where: { email: invited.email } })).toBe(0)
})

test('a name of another desk is free, and so is one’s own in another spelling', async () => {
  const [one, other] = [await aProject(), await aProject()]
  await db.user.update({ where: { id: other.editor.user.id }, data: { name: 'Jeanne Martin' } })
  await expect(renameSelf(one.checker.ctx, { ...once(), name: 'Jeanne Martin' })).resolves.toBeTruthy()
  await expect(renameSelf(one.checker.ctx, { ...once(), name: 'Jeanne MARTIN' })).resolves.toBeTruthy()
})

test('an owner of the installation takes nobody’s name, of a desk or of none; they are told apart everywhere', async () => {
  const team = await aProject()
  await db.user.update({ where: { id: team.viewer.user.id }, data: { name: 'Nora Lectrice' } })
  await aUser(db, 'Seule Ailleurs')
  const owner = actingAs(await aUser(db, 'Une Propriétaire', true), null, null)
  for (const name of ['Nora Lectrice', 'Nora LECTRlCE', 'Seule Ailleurs'])
    await expect(renameSelf(owner, { ...once(), name }), name).rejects.toMatchObject(TAKEN)
  await expect(renameSelf(owner, { ...once(), name: 'Une Proprietaire' })).resolves.toBeTruthy()
})

describe('a colleague’s twin who has an account already', () => {
  const asked = (email: string) =>
    ({ ...once(), id: newId(), userId: newId(), name: 'Quelconque', email, role: 'CHECKER' }) as const
  const THEIRS = { code: 'refused', reasons: [expect.objectContaining({ key: 'auth.theirNameTaken' })] }

  /** A desk where Jeanne Martin works, and somebody of another desk. */
  async function aDeskAnd(name: string) {
    const [desk, other] = [await aProject(), await aProject()]
    await db.user.update({ where: { id: desk.editor.user.id }, data: { name: 'Jeanne Martin' } })
    const person = await db.user.update({ where: { id: other.checker.user.id }, data: { name, passwordHash: 'set' } })
    return { desk, person }
  }

  test('is not invited', async () => {
    const { desk, person } = await aDeskAnd('Jеanne Мartin')
    await expect(inviteMember(desk.admin.ctx, asked(person.email))).rejects.toMatchObject(THEIRS)
    expect(await db.membership.count({ where: { userId: person.id, projectId: desk.project.id } })).toBe(0)
  })

  test('who has become one since the invitation does not join, and does under another name', async () => {
    const { desk, person } = await aDeskAnd('Une Autre')
    const { link } = await inviteMember(desk.admin.ctx, asked(person.email))
    await db.user.update({ where: { id: person.id }, data: { name: 'Jeanne MARTlN' } })
    const me = actingAs(person, null, null)
    await expect(joinProject(me, { ...once(), token: link.token })).rejects.toMatchObject(TAKEN)
    await renameSelf(me, { ...once(), name: 'Jeanne A. Martin' })
    await expect(joinProject(me, { ...once(), token: link.token })).resolves.toBeTruthy()
  })

  test('is not taken back', async () => {
    const { desk } = await aDeskAnd('Une Autre')
    const { id, userId, version } = await db.membership.update({
      where: { projectId_userId: { projectId: desk.project.id, userId: desk.checker2.user.id } },
      data: { endedAt: new Date() },
    })
    await db.user.update({ where: { id: userId }, data: { name: 'Jeanne  Martin.' } })
    await expect(restoreMembership(desk.admin.ctx, { ...once(), id, version })).rejects.toMatchObject(THEIRS)
  })

  test('of two who take the same name at once one gets it', async () => {
    const team = await aProject()
    const answers = await Promise.allSettled(
      [team.editor, team.checker, team.checker2].map(({ ctx }) => renameSelf(ctx, { ...once(), name: 'Lou Petit' })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
