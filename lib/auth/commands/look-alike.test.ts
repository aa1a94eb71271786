import { expect, test } from 'vitest'
import { renameSelf } from '@/lib/auth/commands/own-account'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { inviteMember } from '@/lib/projects/commands/hand-out-link'
import { aProject, aUser, once } from '@/seeds/builders'

const db = getDb()
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
