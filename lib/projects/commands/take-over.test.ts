import { beforeAll, describe, expect, test, vi } from 'vitest'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { joinProject } from '@/lib/auth/commands/join-project'
import { readLinkNotices } from '@/lib/auth/commands/link-notices'
import { lockProject } from '@/lib/auth/commands/one-time-link'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { hashOfToken } from '@/lib/auth/queries/find-link'
import { listLinkNotices } from '@/lib/auth/queries/link-notices'
import { listPeople } from '@/lib/auth/queries/people'
import type { Ctx } from '@/lib/context'
import { getDb, type Tx } from '@/lib/db'
import { newId, sessionId } from '@/lib/ids'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import { actingAs, aMember, aProject, aUser, once, TEST_NOW } from '@/seeds/builders'

// Admins of one project who try to come into another, or to be a second person in their own.

const db = getDb()
const nobody: Ctx = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
const invitation = (email: string) =>
  ({ ...once(), id: newId(), userId: newId(), name: 'Camille', email, role: 'EDITOR' }) as const
const address = () => `${newId()}@recoupe.example`
const accept = (token: string) => acceptInvitation(nobody, { ...once(), token, name: 'Camille', password })
const opens = async (userId: string) =>
  (await db.membership.findMany({ where: { userId, ...IN_FORCE } })).map(({ projectId }) => projectId)
const seen = async (id: string) => {
  const { version } = await db.membership.findUniqueOrThrow({ where: { id } })
  return { ...once(), id, version }
}

beforeAll(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests'))

describe('an admin of another project who has invited the same address', () => {
  test('and kept the link comes in nowhere once this project has invited too', async () => {
    const [a, b] = [await aProject(), await aProject()]
    const email = address()
    const kept = await inviteMember(b.admin.ctx, invitation(email))
    const { link, userId } = await inviteMember(a.admin.ctx, invitation(email))
    await expect(accept(kept.link.token)).rejects.toMatchObject({ reasons: [{ key: 'auth.linkSuperseded' }] })
    await accept(link.token)
    expect(await opens(userId)).toEqual([a.project.id])
    // The other project’s door is a link of its own, which opens no account.
    const renewed = await renewInvitation(b.admin.ctx, { ...once(), id: kept.id })
    expect(renewed.kind).toBe('JOIN')
    await expect(accept(renewed.token)).rejects.toMatchObject({ reasons: [{ key: 'auth.linkUnknown' }] })
    await expect(joinProject(b.admin.ctx, { ...once(), token: renewed.token })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkOtherPerson' }],
    })
    const person = actingAs({ id: userId }, a.project, 'EDITOR')
    await joinProject(person, { ...once(), token: renewed.token })
    expect((await opens(userId)).sort()).toEqual([a.project.id, b.project.id].sort())
  })

  test('and opened the account before opens nothing of this project with it', async () => {
    const [a, b] = [await aProject(), await aProject()]
    const email = address()
    const squatted = await inviteMember(b.admin.ctx, invitation(email))
    await accept(squatted.link.token)
    const { link, userId, id } = await inviteMember(a.admin.ctx, invitation(email))
    expect(await opens(userId)).toEqual([b.project.id])
    // What the person holds is useless to the squatter, and what the squatter holds is useless without it.
    expect(link.kind).toBe('JOIN')
    await expect(renewInvitation(b.admin.ctx, { ...once(), id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('after this project did takes the first link, and gets nothing of this project by the second', async () => {
    const [a, b] = [await aProject(), await aProject()]
    const email = address()
    const first = await inviteMember(a.admin.ctx, invitation(email))
    const second = await inviteMember(b.admin.ctx, invitation(email))
    await expect(accept(first.link.token)).rejects.toMatchObject({ reasons: [{ key: 'auth.linkSuperseded' }] })
    await accept(second.link.token)
    expect(await opens(first.userId)).toEqual([b.project.id])
  })

  test('an invitation that was withdrawn and restored is still only an invitation', async () => {
    const { admin, project } = await aProject()
    const { id, userId } = await inviteMember(admin.ctx, invitation(address()))
    await endMembership(admin.ctx, await seen(id))
    await restoreMembership(admin.ctx, await seen(id))
    expect(await opens(userId)).toEqual([])
    expect(await db.membership.count({ where: { projectId: project.id, id, joinedAt: null, endedAt: null } })).toBe(1)
  })
})

describe('at the same moment', () => {
  const outcome = async <T>(promise: Promise<T>) =>
    promise.then(
      (value) => ({ value }),
      (error) => ({ error }),
    )
  const rounds = Array.from({ length: 4 }, (_, round) => round)

  test.each(rounds)('a link is used while its membership ends: one of the two (%i)', async () => {
    const { admin } = await aProject()
    const { id, link, userId } = await inviteMember(admin.ctx, invitation(address()))
    const ending = await seen(id)
    const [used, ended] = await Promise.all([outcome(accept(link.token)), outcome(endMembership(admin.ctx, ending))])
    expect(['value' in used, 'value' in ended].filter(Boolean)).toHaveLength(1)
    expect(await opens(userId)).toHaveLength('value' in used ? 1 : 0)
  })

  test.each(rounds)('a link is used while another project invites: each knows of the other (%i)', async () => {
    const [a, b] = [await aProject(), await aProject()]
    const email = address()
    const { link, userId } = await inviteMember(a.admin.ctx, invitation(email))
    const [used, invited] = await Promise.all([
      outcome(accept(link.token)),
      outcome(inviteMember(b.admin.ctx, invitation(email))),
    ])
    if (!('value' in invited)) throw invited.error
    expect(invited.value.link.kind).toBe('value' in used ? 'JOIN' : 'INVITATION')
    expect(await opens(userId)).toEqual('value' in used ? [a.project.id] : [])
  })

  test.each(rounds)('a link is used while its maker is demoted: not after it (%i)', async () => {
    const { admin, project } = await aProject()
    const second = await aMember(db, project, 'ADMIN', 'Second Admin')
    const { link, userId } = await inviteMember(admin.ctx, invitation(address()))
    const maker = await db.membership.findFirstOrThrow({ where: { userId: admin.user.id } })
    const demote = setRole(second.ctx, { ...(await seen(maker.id)), role: 'EDITOR' })
    const [used, demoted] = await Promise.all([outcome(accept(link.token)), outcome(demote)])
    if ('error' in demoted) throw demoted.error
    const events = await db.auditEntry.findMany({
      where: { action: { in: ['user:acceptInvitation', 'membership:setRole'] }, entityId: { in: [userId, maker.id] } },
      orderBy: { sequence: 'asc' },
    })
    const order = events.map(({ action }) => action)
    expect(order).toEqual('value' in used ? ['user:acceptInvitation', 'membership:setRole'] : ['membership:setRole'])
  })

  const GOING: [
    string,
    (tx: Tx, of: { maker: string; person: string; project: string }) => Promise<unknown>,
    string,
  ][] = [
    [
      'its maker is demoted',
      async (tx, { maker, project }) => {
        await lockProject(tx, project)
        await tx.membership.updateMany({
          where: { userId: maker },
          data: { role: 'EDITOR', version: { increment: 1 } },
        })
      },
      'auth.linkMakerLost',
    ],
    [
      'the person is disabled',
      (tx, { person }) => tx.user.update({ where: { id: person }, data: { disabledAt: TEST_NOW } }),
      'auth.linkDisabled',
    ],
    [
      'its maker is disabled',
      (tx, { maker }) => tx.user.update({ where: { id: maker }, data: { disabledAt: TEST_NOW } }),
      'auth.linkMakerLost',
    ],
  ]

  test.each(GOING)('a link that is used while %s waits for what becomes of it', async (_what, take, key) => {
    const { admin, project } = await aProject()
    const { link, userId } = await inviteMember(admin.ctx, invitation(address()))
    const isWaiting = async () => {
      const [row] = await db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS "n" FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`
      return (row?.n ?? 0) > 0
    }
    let ended = false
    const used = await db.$transaction(
      async (tx) => {
        await take(tx, { maker: admin.user.id, person: userId, project: project.id })
        const using = outcome(accept(link.token)).finally(() => {
          ended = true
        })
        while (!ended && !(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
        return { using }
      },
      { timeout: 120_000 },
    )
    expect(await used.using).toMatchObject({ error: { reasons: [{ key }] } })
    expect(await opens(userId)).toEqual([])
  })

  test('whoever joins is signed in until they have joined: not by a session that ends while they wait', async () => {
    const { admin, project } = await aProject()
    const person = await aUser(db, `Zélie ${newId().slice(-8)}`)
    await db.user.update({ where: { id: person.id }, data: { passwordHash: 'set' } })
    const { link } = await inviteMember(admin.ctx, invitation(person.email))
    const begun = {
      id: newId(),
      userId: person.id,
      tokenHash: hashOfToken(newId()),
      createdAt: TEST_NOW,
      lastSeenAt: TEST_NOW,
    }
    await db.session.create({ data: { ...begun, expiresAt: new Date(TEST_NOW.getTime() + 86_400_000) } })
    const me = actingAs(person, null, null)
    const inSession = { ...me, actor: { ...me.actor, sessionId: sessionId.parse(begun.id) } }
    const joining = await db.$transaction(
      async (tx) => {
        await lockProject(tx, project.id)
        const using = outcome(joinProject(inSession, { ...once(), token: link.token }))
        await new Promise((resolve) => setTimeout(resolve, 500))
        await tx.session.update({ where: { id: begun.id }, data: { endedAt: TEST_NOW, endReason: 'SIGNED_OUT' } })
        return { using }
      },
      { timeout: 120_000 },
    )
    expect(await joining.using).toMatchObject({ error: { reasons: [{ key: 'auth.signedOut' }] } })
    expect(await opens(person.id)).toEqual([])
  })

  test('two projects invite an address that nobody has: one person, and the newer link', async () => {
    const [a, b] = [await aProject(), await aProject()]
    const email = address()
    const both = await Promise.all([a, b].map(({ admin }) => inviteMember(admin.ctx, invitation(email))))
    expect(new Set(both.map(({ userId }) => userId)).size).toBe(1)
    const answers = await Promise.all(both.map(({ link }) => outcome(accept(link.token))))
    expect(answers.filter((answer) => 'value' in answer)).toHaveLength(1)
  })
})

describe('who is told', () => {
  test('of an invitation that was taken up: the person, its maker, the other admins and editors, the owners, and nobody else', async () => {
    const [team, other] = [await aProject(), await aProject()]
    const second = await aMember(db, team.project, 'ADMIN', 'Second Admin')
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    await db.user.update({ where: { id: String(owner.actor.userId) }, data: { passwordHash: 'set' } })
    const { link, userId } = await inviteMember(team.admin.ctx, invitation(address()))
    await accept(link.token)
    const person = actingAs({ id: userId }, team.project, 'EDITOR')
    const told = { step: 'USED', kind: 'INVITATION', maker: 'Admin', project: team.project.name }
    expect(await listLinkNotices(person)).toMatchObject([{ ...told, isOwn: true }])
    expect(await listLinkNotices(second.ctx)).toMatchObject([{ ...told, isOwn: false, person: 'Camille' }])
    expect(await listLinkNotices(team.admin.ctx)).toMatchObject([{ ...told, madeByMe: true }])
    for (const ctx of [team.editor.ctx, owner])
      expect(await listLinkNotices(ctx)).toMatchObject([{ ...told, isOwn: false, madeByMe: false }])
    for (const { ctx } of [team.checker, other.admin, other.editor]) expect(await listLinkNotices(ctx)).toEqual([])

    const [notice] = await listLinkNotices(person)
    const ids = [notice?.id ?? '']
    expect(await readLinkNotices(second.ctx, { ...once(), ids })).toEqual({ count: 0 })
    expect(await readLinkNotices(person, { ...once(), ids })).toEqual({ count: 1 })
    expect(await listLinkNotices(person)).toEqual([])
    expect(await listLinkNotices(second.ctx)).toHaveLength(1)
  })

  test('of a reset link: the person and the admins of their projects, when it is made and when it is used, with the reason', async () => {
    const { admin, checker, project } = await aProject()
    await db.user.update({ where: { id: checker.user.id }, data: { passwordHash: 'set' } })
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    const reason = 'Elle m’a appelé.'
    const { token } = await issueResetLink(owner, { ...once(), userId: checker.user.id, reason })
    for (const { ctx } of [checker, admin])
      expect(await listLinkNotices(ctx)).toMatchObject([
        { step: 'MADE', kind: 'PASSWORD_RESET', reason, maker: 'Owner' },
      ])
    await resetPassword(nobody, { ...once(), token, password })
    for (const ctx of [actingAs(checker.user, project, 'CHECKER'), admin.ctx])
      expect(await listLinkNotices(ctx)).toMatchObject([
        { step: 'USED', reason },
        { step: 'MADE', reason },
      ])
    expect(await listLinkNotices(owner)).toMatchObject([{ step: 'USED', madeByMe: true }])
  })
})

test('the people of the installation are the owner’s to see, with the projects that they are in and invited to', async () => {
  const { admin, project } = await aProject()
  const { userId } = await inviteMember(admin.ctx, invitation(address()))
  await expect(listPeople(admin.ctx)).rejects.toMatchObject({ code: expect.stringMatching(/^(forbidden|not-found)$/) })
  const people = await listPeople(actingAs(await aUser(db, 'Owner', true), null, null))
  expect(people.find(({ id }) => id === userId)).toMatchObject({
    state: 'invited',
    projects: [{ name: project.name, role: 'EDITOR', invited: true }],
    refusals: { resetLink: [{ key: 'auth.resetNoPassword' }] },
  })
})
