import { beforeAll, describe, expect, test, vi } from 'vitest'
import { disableUser, enableUser } from '@/lib/auth/commands/disable-user'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { joinProject } from '@/lib/auth/commands/join-project'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { findLink, hashOfToken } from '@/lib/auth/queries/find-link'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { asSuperuser } from '@/lib/launch/as-superuser'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import type { Role } from '@/prisma/generated/enums'
import { actingAs, aMember, aProject, aUser, once, TEST_NOW } from '@/seeds/builders'

// Every ground on which a link may be lost × every kind of link: used then, it is refused for that reason and changes nothing.

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
const WEEK = 7 * 24 * 60 * 60 * 1000
type Kind = 'INVITATION' | 'JOIN' | 'PASSWORD_RESET'
const KINDS: Kind[] = ['INVITATION', 'JOIN', 'PASSWORD_RESET']
const OF_PROJECT: Kind[] = ['INVITATION', 'JOIN']

beforeAll(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests'))

const invitation = (email: string) =>
  ({ ...once(), id: newId(), userId: newId(), name: 'Camille', email, role: 'CHECKER' }) as const

/** A link of this kind that works, with everybody whom it rests on. */
async function aLink(kind: Kind) {
  const { project, admin } = await aProject()
  const second = await aMember(db, project, 'ADMIN', 'Second Admin')
  const person = await aUser(db, `Camille ${newId().slice(-8)}`)
  const owner = await aUser(db, `Owner ${newId().slice(-8)}`, true)
  if (kind !== 'INVITATION') await db.user.update({ where: { id: person.id }, data: { passwordHash: 'set' } })
  const asked = invitation(person.email)
  if (kind === 'PASSWORD_RESET')
    await db.membership.create({ data: { id: asked.id, projectId: project.id, userId: person.id, role: 'CHECKER' } })
  const ownerCtx = actingAs(owner, null, null)
  const reset = () => issueResetLink(ownerCtx, { ...once(), userId: person.id, reason: 'Je connais sa voix.' })
  const { token } = kind === 'PASSWORD_RESET' ? await reset() : (await inviteMember(admin.ctx, asked)).link
  const maker = kind === 'PASSWORD_RESET' ? owner : admin.user
  const again = () => (kind === 'PASSWORD_RESET' ? reset() : renewInvitation(admin.ctx, { ...once(), id: asked.id }))
  return { kind, project, admin, second, person, maker, token, again, membershipId: asked.id }
}
type Link = Awaited<ReturnType<typeof aLink>>

function use({ kind, person, token }: Link, now = TEST_NOW): Promise<unknown> {
  if (kind === 'INVITATION')
    return acceptInvitation({ ...nobody, now }, { ...once(), token, name: person.name, password })
  if (kind === 'PASSWORD_RESET') return resetPassword({ ...nobody, now }, { ...once(), token, password })
  return joinProject({ ...actingAs(person, null, null), now }, { ...once(), token })
}

const changeUser = (id: string, data: Parameters<typeof db.user.update>[0]['data']) =>
  db.user.update({ where: { id }, data })
const seen = async (id: string) => {
  const { version } = await db.membership.findUniqueOrThrow({ where: { id } })
  return { ...once(), id, version }
}
const makersMembership = async ({ maker, project }: Link) =>
  (await db.membership.findFirstOrThrow({ where: { userId: maker.id, projectId: project.id } })).id
const memberOf = async (person: { id: string }) => {
  const { project } = await aProject()
  await db.membership.create({ data: { id: newId(), projectId: project.id, userId: person.id, role: 'VIEWER' } })
}
const inviteElsewhere = async ({ person }: Link) => inviteMember((await aProject()).admin.ctx, invitation(person.email))
const raiseTo = async (link: Link, role: Role) => setRole(link.second.ctx, { ...(await seen(link.membershipId)), role })

const GROUNDS: [name: string, kinds: Kind[], lose: (link: Link) => Promise<unknown>, reasons: string[]][] = [
  ['it has been used', KINDS, (link) => use(link), ['linkUsed']],
  ['a newer one exists', KINDS, (link) => link.again(), ['linkSuperseded']],
  ['another project has invited the person since', ['INVITATION'], inviteElsewhere, ['linkSuperseded']],
  [
    'the maker’s membership has ended',
    OF_PROJECT,
    async (link) => endMembership(link.second.ctx, await seen(await makersMembership(link))),
    ['linkMakerLost'],
  ],
  [
    'the maker’s role was lowered',
    OF_PROJECT,
    async (link) => setRole(link.second.ctx, { ...(await seen(await makersMembership(link))), role: 'EDITOR' }),
    ['linkMakerLost'],
  ],
  ['the maker is disabled', KINDS, ({ maker }) => changeUser(maker.id, { disabledAt: TEST_NOW }), ['linkMakerLost']],
  [
    'the maker owns the installation no more',
    ['PASSWORD_RESET'],
    ({ maker }) => asSuperuser('UPDATE "User" SET "isOwner" = false WHERE "id" = $1', [maker.id]),
    ['linkMakerLost'],
  ],
  [
    'the person is a member elsewhere',
    ['INVITATION', 'PASSWORD_RESET'],
    ({ person }) => memberOf(person),
    ['linkElsewhere'],
  ],
  [
    'a password was set since',
    KINDS,
    ({ person }) => changeUser(person.id, { passwordHash: 'another' }),
    ['linkAccountChanged'],
  ],
  [
    'the address was changed',
    KINDS,
    ({ person }) => asSuperuser(`UPDATE "User" SET "email" = 'x' || "email" WHERE "id" = $1`, [person.id]),
    ['linkAccountChanged'],
  ],
  ['the person is disabled', KINDS, ({ person }) => changeUser(person.id, { disabledAt: TEST_NOW }), ['linkDisabled']],
  [
    'the person was disabled and enabled again',
    KINDS,
    async ({ person }) => {
      await changeUser(person.id, { disabledAt: TEST_NOW })
      await changeUser(person.id, { disabledAt: null })
    },
    ['linkAccountChanged'],
  ],
  [
    'the person owns the installation now',
    ['INVITATION'],
    ({ person }) => asSuperuser('UPDATE "User" SET "isOwner" = true WHERE "id" = $1', [person.id]),
    ['linkAccountChanged', 'linkMakerLost'],
  ],
  [
    'the membership has ended',
    OF_PROJECT,
    async (link) => endMembership(link.admin.ctx, await seen(link.membershipId)),
    ['linkMembershipEnded'],
  ],
  [
    'the membership has ended and was restored',
    OF_PROJECT,
    async (link) => {
      await endMembership(link.second.ctx, await seen(link.membershipId))
      await restoreMembership(link.second.ctx, await seen(link.membershipId))
    },
    ['linkMembershipChanged'],
  ],
  [
    'the maker’s role was lowered and given back',
    OF_PROJECT,
    async (link) => {
      const id = await makersMembership(link)
      await setRole(link.second.ctx, { ...(await seen(id)), role: 'EDITOR' })
      await setRole(link.second.ctx, { ...(await seen(id)), role: 'ADMIN' })
    },
    ['linkEnded'],
  ],
  [
    'the maker’s membership has ended and was restored',
    OF_PROJECT,
    async (link) => {
      const id = await makersMembership(link)
      await endMembership(link.second.ctx, await seen(id))
      await restoreMembership(link.second.ctx, await seen(id))
    },
    ['linkEnded'],
  ],
  [
    'the maker was disabled and enabled again',
    KINDS,
    async ({ maker }) => {
      const another = actingAs(await aUser(db, `Owner ${newId().slice(-8)}`, true), null, null)
      await db.user.updateMany({ where: { isOwner: true, passwordHash: null }, data: { passwordHash: 'set' } })
      await disableUser(another, { ...once(), id: maker.id, reason: null })
      await enableUser(another, { ...once(), id: maker.id })
    },
    ['linkEnded'],
  ],
  [
    'the person has become a member elsewhere and is one no more',
    ['INVITATION', 'PASSWORD_RESET'],
    async ({ person, kind }) => {
      const elsewhere = await aProject()
      await db.user.update({ where: { id: elsewhere.admin.user.id }, data: { name: `Other ${newId().slice(-8)}` } })
      const id = newId()
      const data = { id, projectId: elsewhere.project.id, userId: person.id, role: 'VIEWER' } as const
      await db.membership.create({ data: { ...data, endedAt: TEST_NOW } })
      await restoreMembership(elsewhere.admin.ctx, await seen(id))
      await endMembership(elsewhere.admin.ctx, await seen(id))
      expect(kind).not.toBe('JOIN')
    },
    ['linkEnded'],
  ],
  ['somebody else has raised the role', OF_PROJECT, (link) => raiseTo(link, 'ADMIN'), ['linkMembershipChanged']],
]
const cases = GROUNDS.flatMap(([name, kinds, lose, reasons]) =>
  kinds.map((kind) => [kind, name, lose, reasons] as const),
)

/** Everything that using a link would change. */
const standOf = async ({ person, token }: Link) => ({
  user: await db.user.findUniqueOrThrow({ where: { id: person.id } }),
  memberships: await db.membership.findMany({ where: { userId: person.id }, orderBy: { id: 'asc' } }),
  link: await db.oneTimeLink.findUniqueOrThrow({ where: { tokenHash: hashOfToken(token) } }),
})

describe('a link whose grounds are lost', () => {
  test.each(KINDS)('%s works while they hold, and no longer than its time', async (kind) => {
    const link = await aLink(kind)
    await expect(use(link, new Date(TEST_NOW.getTime() + WEEK))).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'auth.linkExpired' }],
    })
    await expect(use(link)).resolves.toBeTruthy()
  })

  test.each(cases)('%s: %s', async (_kind, _name, lose, reasons) => {
    const link = await aLink(_kind)
    await lose(link)
    const before = await standOf(link)
    const expected = reasons.map((key) => ({ key: `auth.${key}` }))
    expect(await findLink(db, link.kind, link.token, TEST_NOW)).toMatchObject({ refusals: expected })
    await expect(use(link)).rejects.toMatchObject({ code: 'refused', reasons: expected })
    expect(await standOf(link)).toEqual(before)
  })

  test.each(['INVITATION', 'PASSWORD_RESET'] as const)(
    '%s from before links kept their grounds opens nothing',
    async (kind) => {
      const link = await aLink(kind)
      const token = 'y'.repeat(42) + (kind === 'INVITATION' ? 'A' : 'B')
      const old = { kind, userId: link.person.id, createdById: link.maker.id, createdAt: TEST_NOW }
      const expiresAt = new Date(TEST_NOW.getTime() + WEEK)
      await db.oneTimeLink.create({ data: { ...old, id: newId(), tokenHash: hashOfToken(token), expiresAt } })
      await expect(use({ ...link, token })).rejects.toMatchObject({ reasons: [{ key: 'auth.linkOutdated' }] })
    },
  )

  test('joining with one’s own password is not lost by other memberships or invitations', async () => {
    const link = await aLink('JOIN')
    await memberOf(link.person)
    await inviteElsewhere(link)
    await expect(use(link)).resolves.toEqual({ projectId: link.project.id })
  })

  test('the database itself gives no used link back', async () => {
    const link = await aLink('INVITATION')
    await use(link)
    const where = { tokenHash: hashOfToken(link.token) }
    await expect(db.oneTimeLink.update({ where, data: { usedAt: null } })).rejects.toThrow()
    await expect(db.oneTimeLink.update({ where, data: { accessVersion: 9 } })).rejects.toThrow()
  })
})
