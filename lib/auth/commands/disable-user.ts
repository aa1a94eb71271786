import { command } from '@/lib/audit/record'
import { disableRefusals, enableRefusals } from '@/lib/auth/account'
import { endLinksOf } from '@/lib/auth/commands/end-links'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { authorise } from '@/lib/auth/permissions'
import { disableUserInput, enableUserInput } from '@/lib/auth/schema'
import type { TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'

/** An act of the installation, in whatever project the owner happens to be: others are not told that there is anything. */
const ofInstallation = ({ actor }: TxCtx) => ({ role: null, isOwner: actor.isOwner })

/** The account and what its rules ask for. The command takes its turn: two owners would otherwise disable each other. */
async function loadAccount(ctx: TxCtx, id: string) {
  await ctx.tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  const user = foundOr404(await ctx.tx.user.findUnique({ where: { id } }), 'user')
  const owners = await ctx.tx.user.count({
    where: { isOwner: true, disabledAt: null, passwordHash: { not: null } },
  })
  const facts = {
    isSelf: ctx.actor.userId === id,
    isOwner: user.isOwner,
    disabled: user.disabledAt !== null,
    owners,
  }
  return { user, facts }
}

/**
 * Takes somebody's account out of use: all their sessions end at once, links made for them or by them die, signing in is refused as with a wrong
 * password. What they did stays, and what is assigned to them too. An owner's verb; refused for oneself and for the last owner.
 */
export const disableUser = command('user:disable', disableUserInput, async (ctx, input) => {
  authorise('user:disable', ofInstallation(ctx))
  const { user, facts } = await loadAccount(ctx, input.id)
  refuseIf('refused', disableRefusals(facts))
  await ctx.tx.user.update({ where: { id: user.id }, data: { disabledAt: ctx.now } })
  await endSessionsOf(ctx.tx, user.id, { reason: 'DISABLED' })
  const links = await endLinksOf(ctx, { account: user.id, isDisabled: true })
  return {
    result: { id: user.id },
    entityId: user.id,
    projectId: null,
    before: { disabledAt: null },
    after: { disabledAt: ctx.now, links },
    reason: input.reason,
  }
})

/** Puts an account back into use: the person signs in with the password that they had. */
export const enableUser = command('user:enable', enableUserInput, async (ctx, input) => {
  authorise('user:enable', ofInstallation(ctx))
  const { user, facts } = await loadAccount(ctx, input.id)
  refuseIf('refused', enableRefusals(facts))
  await ctx.tx.user.update({ where: { id: user.id }, data: { disabledAt: null } })
  return {
    result: { id: user.id },
    entityId: user.id,
    projectId: null,
    before: { disabledAt: user.disabledAt },
    after: { disabledAt: null },
  }
})
