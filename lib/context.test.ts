import { afterAll, expect, test } from 'vitest'
import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { aProject } from '@/seeds/builders'

const db = getDb()
afterAll(() => db.$disconnect())

/** A point that each of two waits for the other at. */
function meeting() {
  let arrived = 0
  let open = () => {}
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived === 2) open()
    return both
  }
}

const touches: [string, (ctx: TxCtx, id: string) => Promise<unknown>][] = [
  ['by model', (ctx, id) => ctx.tx.membership.update({ where: { id }, data: { version: { increment: 1 } } })],
  [
    'in SQL',
    (ctx, id) => ctx.tx.$executeRaw`UPDATE "Membership" SET "version" = "version" + 1 WHERE "id" = ${id}::uuid`,
  ],
]

test.each(touches)('two that wait for one another, %s: one is done, the other is told', async (_, touch) => {
  const { project, editor } = await aProject()
  const [one, other] = (await editor.ctx.db.membership.findMany({ where: { projectId: project.id } })).map(
    ({ id }) => id,
  )
  const meet = meeting()
  const run = (ctx: Ctx, ids: (string | undefined)[]) =>
    inTransaction(ctx, async (within) => {
      await touch(within, ids[0] ?? '')
      await meet()
      await touch(within, ids[1] ?? '')
    })
  const results = await Promise.allSettled([run(editor.ctx, [one, other]), run(editor.ctx, [other, one])])
  const lost = results.find((result) => result.status === 'rejected')
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(lost?.reason).toMatchObject({ code: 'conflict', reasons: [{ key: 'changedMeanwhile' }] })
})

test.each(['40P01', '40001'])('SQL state %s from a raw query is a conflict', async (state) => {
  const { editor } = await aProject()
  const lost = inTransaction(editor.ctx, ({ tx }) =>
    tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '${state}'; END $$`),
  )
  await expect(lost).rejects.toMatchObject({ code: 'conflict', reasons: [{ key: 'changedMeanwhile' }] })
})
