import { actorNow } from '@/lib/auth/queries/actor-now'
import { type Actor, type Ctx, inTransaction } from '@/lib/context'
import type { Db } from '@/lib/db'
import type { aProject } from '@/seeds/builders'
import { actingAs, aMember, aUser, TEST_NOW } from '@/seeds/builders'

type SeededProject = Awaited<ReturnType<typeof aProject>>

/** Somebody who tries. `asks` is what their request said when it began, `reads` what the server finds of them when the next one does. */
export type Persona = { asks: Ctx; reads: Ctx; isAnonymous?: true; isDisabled?: true; owns?: true }

const NOBODY: Actor = { userId: null, projectId: null, role: null, isOwner: false }

/** The context that a new request of this person gets: nobody's for an account that is not in use any more. */
async function atNextRequest(ctx: Ctx): Promise<Ctx> {
  const actor = await inTransaction(ctx, ({ tx }) => actorNow(tx, ctx.actor)).catch(() => NOBODY)
  return { ...ctx, actor }
}

/** Everybody who has no part in the desk, or none any more. */
export async function outsidersOf(
  db: Db,
  { project }: SeededProject,
  other: SeededProject,
): Promise<Record<string, Persona>> {
  const [ended, disabled] = [
    await aMember(db, project, 'ADMIN', 'Ended'),
    await aMember(db, project, 'ADMIN', 'Disabled'),
  ]
  await db.membership.updateMany({ where: { userId: ended.user.id }, data: { endedAt: TEST_NOW } })
  await db.user.update({ where: { id: disabled.user.id }, data: { disabledAt: TEST_NOW } })
  const [stranger, owner] = [await aUser(db, 'Stranger'), await aUser(db, 'Owner', true)]
  const anonymous = { actor: NOBODY, db, now: TEST_NOW }
  const same = (ctx: Ctx) => ({ asks: ctx, reads: ctx })
  return {
    anonymous: { ...same(anonymous), isAnonymous: true },
    'a stranger': same(actingAs(stranger, null, null)),
    'the owner of the installation': { ...same(actingAs(owner, null, null)), owns: true },
    'an admin of another project': same(other.admin.ctx),
    'an admin of another project who claims to be one of this': {
      ...{ asks: actingAs(other.admin.user, project, 'ADMIN'), reads: other.admin.ctx },
    },
    'a former admin': { asks: ended.ctx, reads: await atNextRequest(ended.ctx) },
    'a disabled admin': { asks: disabled.ctx, reads: await atNextRequest(disabled.ctx), isDisabled: true },
  }
}

/** The members of the desk, one of each role; the checkers are two: one has the claims in hand, the other reviews them. */
export const insidersOf = ({ viewer, checker, checker2, editor, admin }: SeededProject) => ({
  ...{ VIEWER: viewer.ctx, 'CHECKER in hand': checker.ctx, 'CHECKER reviewing': checker2.ctx },
  ...{ EDITOR: editor.ctx, ADMIN: admin.ctx },
})
