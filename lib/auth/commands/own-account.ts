import { command, parseInput } from '@/lib/audit/record'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { hashPassword, verifyPassword } from '@/lib/auth/commands/password-hash'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { countAttempt } from '@/lib/auth/commands/sign-in-limit'
import { passwordRefusals } from '@/lib/auth/password'
import { changePasswordInput, renameInput, signOutEverywhereInput } from '@/lib/auth/schema'
import { personOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'

async function loadSelf(ctx: TxCtx) {
  const self = await ctx.tx.user.findUnique({ where: { id: personOf(ctx) } })
  return foundOr404(self, 'user')
}

/** One's own name, as colleagues see it. */
export const renameSelf = command('user:rename', renameInput, async (ctx, input) => {
  const self = await loadSelf(ctx)
  await refuseLookAlike(ctx, { name: input.name, userId: self.id })
  await ctx.tx.user.update({ where: { id: self.id }, data: { name: input.name } })
  return {
    result: { name: input.name },
    entityId: self.id,
    before: { name: self.name },
    after: { name: input.name },
  }
})

const changeOwnPassword = command('user:changePassword', changePasswordInput, async (ctx, input) => {
  const self = await loadSelf(ctx)
  if (!(await verifyPassword(self.passwordHash, input.oldPassword)))
    throw new DomainError('refused', [{ key: 'auth.oldPasswordWrong', path: 'oldPassword' }])
  refuseIf('invalid', passwordRefusals(input.password, self))
  const passwordHash = await hashPassword(input.password)
  await ctx.tx.user.update({ where: { id: self.id }, data: { passwordHash } })
  const sessionEpoch = await endSessionsOf(ctx.tx, self.id)
  return {
    result: { userId: self.id, epoch: sessionEpoch },
    entityId: self.id,
    before: { sessionEpoch: self.sessionEpoch },
    after: { sessionEpoch },
  }
})

/** One's own password. The old one is asked, and wrong ones are limited like those of signing in. Other sessions end: answers the new epoch. */
export const changePassword: typeof changeOwnPassword = async (ctx, input) => {
  parseInput(changePasswordInput, input)
  // Counted outside the transaction, so that a refusal does not undo the count.
  const attempt = await countAttempt(ctx.db, `own:${personOf(ctx)}`, null)
  const changed = await changeOwnPassword(ctx, input)
  await attempt.succeeded()
  return changed
}

/** Ends every session of one's own, this one included. */
export const signOutEverywhere = command('user:signOutEverywhere', signOutEverywhereInput, async (ctx) => {
  const self = await loadSelf(ctx)
  const sessionEpoch = await endSessionsOf(ctx.tx, self.id)
  return {
    result: { epoch: sessionEpoch },
    entityId: self.id,
    before: { sessionEpoch: self.sessionEpoch },
    after: { sessionEpoch },
  }
})
