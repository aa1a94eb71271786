import { beforeAll, describe, expect, test } from 'vitest'
import { renameSelf } from '@/lib/auth/commands/own-account'
import { addComment } from '@/lib/comments/commands'
import type { Ctx } from '@/lib/context'
import { type Db, getDb, type Tx } from '@/lib/db'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { holdAsSuperuser } from '@/lib/launch/as-superuser'
import { endMembership, setRole } from '@/lib/projects/commands/change-membership'
import { createProject } from '@/lib/projects/commands/create-project'
import { assignClaim } from '@/lib/review/commands/assign'
import { aClaim, actingAs, aMember, anArticle, aProject, assignedTo, aUser, once, TEST_NOW } from '@/seeds/builders'

// What somebody may is read in the command's own transaction, and held: another connection holds a lock, and the right ends meanwhile.
const db = getDb()
let article: Awaited<ReturnType<typeof anArticle>>
let team: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  team = await aProject(db)
  article = await anArticle(db, team.project, 'Selon le maire, dix morts hier.')
})

/** Does something in a transaction of its own and keeps it open until `release`. */
async function holding(work: (tx: Tx) => Promise<unknown>) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let held: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    held = db
      .$transaction(
        async (tx) => {
          await work(tx)
          resolve()
          await released
        },
        { timeout: 60_000, maxWait: 30_000 },
      )
      .catch(reject)
  })
  return async () => {
    release()
    await held
  }
}

/** Until so many connections of this database wait for a lock. */
async function waiting(count: number, from: Db = db) {
  for (;;) {
    const [row] = await from.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS "count" FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row && row.count >= count) return
  }
}

const settled = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const membershipOf = ({ user }: { user: { id: string } }) =>
  db.membership.findFirstOrThrow({ where: { userId: user.id, projectId: team.project.id } })
const mark = (ctx: Ctx) => aClaim(ctx, article.version, 'dix morts')
const holdArticle = () =>
  holding((tx) => tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${article.article.id}::uuid FOR UPDATE`)

test('what has begun is finished before the membership ends', async () => {
  const member = await aMember(db, team.project, 'CHECKER')
  const { id } = await membershipOf(member)
  const release = await holdArticle()
  const marking = settled(mark(member.ctx))
  await waiting(1)
  const ending = settled(endMembership(team.admin.ctx, { ...once(), id, version: 1 }))
  await waiting(2)
  await release()
  expect([await marking, await ending]).toEqual(['done', 'done'])
  const written = await db.auditEntry.findMany({
    where: { OR: [{ actorId: member.user.id }, { entityId: id }] },
    orderBy: { sequence: 'asc' },
  })
  expect(written.map(({ action }) => action)).toEqual(['claim:mark', 'membership:end'])
  expect(await settled(mark(member.ctx))).toBe('not-found')
})

type TestMember = Awaited<ReturnType<typeof aMember>>
const CHANGES: Record<string, [(tx: Tx, member: TestMember) => Promise<unknown>, string]> = {
  'the membership ended': [
    (tx, { user }) => tx.membership.updateMany({ where: { userId: user.id }, data: { endedAt: TEST_NOW } }),
    'not-found',
  ],
  'the role was lowered': [
    (tx, { user }) => tx.membership.updateMany({ where: { userId: user.id }, data: { role: 'VIEWER' } }),
    'forbidden',
  ],
  'the person was disabled': [
    (tx, { user }) => tx.user.update({ where: { id: user.id }, data: { disabledAt: TEST_NOW } }),
    'not-found',
  ],
}

test.each(Object.entries(CHANGES))('%s meanwhile: nothing is written', async (_, [change, code]) => {
  const member = await aMember(db, team.project, 'CHECKER')
  const before = await db.claim.count()
  const release = await holding((tx) => change(tx, member))
  const marking = settled(mark(member.ctx))
  await waiting(1)
  await release()
  expect(await marking).toBe(code)
  expect(await db.claim.count()).toBe(before)
})

test('whoever is the owner no more makes no project', async () => {
  const user = await aUser(db, 'Owner', true)
  await db.membership.create({ data: { id: newId(), projectId: team.project.id, userId: user.id, role: 'ADMIN' } })
  const release = await holdAsSuperuser('UPDATE "User" SET "isOwner" = false WHERE "id" = $1', [user.id])
  const input = { ...once(), id: newId(), name: 'Un autre', kind: 'LIVE', timeZone: 'Europe/Paris' } as const
  const making = settled(createProject(actingAs(user, team.project, 'ADMIN'), input))
  await waiting(1)
  await release()
  expect(await making).toBe('forbidden')
})

describe('two admins at once, twenty rounds', () => {
  const [demote, end] = [
    (ctx: Ctx, id: string) => setRole(ctx, { ...once(), id, version: 1, role: 'VIEWER' }),
    (ctx: Ctx, id: string) => endMembership(ctx, { ...once(), id, version: 1 }),
  ]
  test.each([
    ['demote', demote, 'forbidden'],
    ['end', end, 'not-found'],
  ] as const)(
    'who %s each other: one does, the other is told',
    async (_, change, code) => {
      for (let round = 0; round < 20; round++) {
        const [one, two] = [await aMember(db, team.project, 'ADMIN'), await aMember(db, team.project, 'ADMIN')]
        const [ofOne, ofTwo] = [await membershipOf(one), await membershipOf(two)]
        const outcomes = await Promise.all([settled(change(one.ctx, ofTwo.id)), settled(change(two.ctx, ofOne.id))])
        expect(outcomes.sort(), `round ${round}`).toEqual(['done', code].sort())
      }
    },
    300_000,
  )
})

test('everything that one person does at once is done: nobody waits for themselves', async () => {
  const member = await aMember(db, team.project, 'CHECKER')
  const claim = await mark(team.editor.ctx)
  const comment = () => addComment(member.ctx, { ...once(), id: newId(), claimId: claim.id, body: 'x' })
  const rename = (_: unknown, at: number) => renameSelf(member.ctx, { ...once(), name: `Une personne ${'abcd'[at]}` })
  const attempts = [...Array.from({ length: 4 }, rename), ...Array.from({ length: 4 }, comment)]
  expect(await Promise.all(attempts.map(settled))).toEqual(attempts.map(() => 'done'))
}, 300_000)

describe('before one claim', () => {
  test('who is its assignee no more when the wait is over adds nothing to it', async () => {
    const claim = await mark(team.editor.ctx)
    await assignedTo(db, claim, team.checker.user, team.editor.user)
    const release = await holding(async (tx) => {
      await tx.claim.update({ where: { id: claim.id }, data: { state: 'ASSIGNED' } })
      await tx.assignment.updateMany({ where: { claimId: claim.id }, data: { endedAt: TEST_NOW } })
    })
    const adding = settled(
      saveFigure(team.checker.ctx, {
        ...{ ...once(), id: newId(), claimId: claim.id, version: null },
        ...{ measure: 'KILLED', verbatim: 'dix', qualifier: 'EXACT', best: 10 },
      }),
    )
    await waiting(1)
    await release()
    expect(await adding).toBe('forbidden')
    expect(await db.figure.count({ where: { claimId: claim.id } })).toBe(0)
  })

  test('nobody is given a claim whose membership ends in this moment', async () => {
    const claim = await mark(team.editor.ctx)
    const member = await aMember(db, team.project, 'CHECKER')
    const release = await holding((tx) =>
      tx.membership.updateMany({ where: { userId: member.user.id }, data: { endedAt: TEST_NOW } }),
    )
    const giving = settled(
      assignClaim(team.editor.ctx, { ...once(), id: claim.id, assignmentId: newId(), assigneeId: member.user.id }),
    )
    await waiting(1)
    await release()
    expect(await giving).toBe('refused')
    expect(await db.assignment.count({ where: { claimId: claim.id } })).toBe(0)
  })
})
