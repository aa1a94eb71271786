import { command, parseInput } from '@/lib/audit/record'
import { endLinksOf } from '@/lib/auth/commands/end-links'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { newPasswordRefusals } from '@/lib/auth/commands/new-password'
import { hashPassword, verifyPassword } from '@/lib/auth/commands/password-hash'
import { recordFailure, recordLock } from '@/lib/auth/commands/record-failure'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { countAttempt } from '@/lib/auth/commands/sign-in-limit'
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
    projectId: null,
    before: { name: self.name },
    after: { name: input.name },
  }
})

const WRONG = 'auth.oldPasswordWrong'
const isWrongPassword = (error: unknown) =>
  error instanceof DomainError && error.reasons.some(({ key }) => key === WRONG)

const changeOwnPassword = command('user:changePassword', changePasswordInput, async (ctx, input) => {
  const self = await loadSelf(ctx)
  if (!(await verifyPassword(self.passwordHash, input.oldPassword)))
    throw new DomainError('refused', [{ key: WRONG, path: 'oldPassword' }])
  refuseIf('invalid', await newPasswordRefusals(input.password, self))
  const passwordHash = await hashPassword(input.password)
  await ctx.tx.user.update({ where: { id: self.id }, data: { passwordHash } })
  await endLinksOf(ctx, { account: self.id, isDisabled: false })
  const sessionEpoch = await endSessionsOf(ctx.tx, self.id, { reason: 'PASSWORD_CHANGED' })
  return {
    result: { userId: self.id, epoch: sessionEpoch },
    entityId: self.id,
    projectId: null,
    before: { sessionEpoch: self.sessionEpoch },
    after: { sessionEpoch },
  }
})

/** One's own password. The old one is asked, and wrong ones are limited like those of signing in. Other sessions end: answers the new epoch. */
export const changePassword: typeof changeOwnPassword = async (ctx, input) => {
  parseInput(changePasswordInput, input)
  // Counted outside the transaction, so that a refusal does not undo the count.
  const attempt = await countAttempt(ctx.db, { ownAccount: personOf(ctx) }, (limit) =>
    recordLock(ctx, personOf(ctx), null, limit),
  )
  try {
    const changed = await changeOwnPassword(ctx, input)
    await attempt.succeeded()
    return changed
  } catch (error) {
    if (isWrongPassword(error)) await recordFailure(ctx, personOf(ctx), null)
    throw error
  }
}

/** Ends every session of one's own, this one included. */
export const signOutEverywhere = command('user:signOutEverywhere', signOutEverywhereInput, async (ctx) => {
  const self = await loadSelf(ctx)
  const sessionEpoch = await endSessionsOf(ctx.tx, self.id)
  return {
    result: { epoch: sessionEpoch },
    entityId: self.id,
    projectId: null,
    before: { sessionEpoch: self.sessionEpoch },
    after: { sessionEpoch },
  }
})
