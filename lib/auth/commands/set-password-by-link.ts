import { command } from '@/lib/audit/record'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { spendLink } from '@/lib/auth/commands/one-time-link'
import { hashPassword } from '@/lib/auth/commands/password-hash'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { passwordRefusals } from '@/lib/auth/password'
import { findLink } from '@/lib/auth/queries'
import { acceptInvitationInput, resetPasswordInput } from '@/lib/auth/schema'
import type { Ctx, TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { userId } from '@/lib/ids'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'

async function setPasswordByLink(
  ctx: TxCtx,
  kind: OneTimeLinkKind,
  input: { token: string; password: string; name?: string },
) {
  const link = await spendLink(ctx, kind, input.token)
  if (!link.user || link.user.disabledAt) throw new DomainError('refused', [{ key: 'auth.linkUnknown' }])
  const name = input.name ?? link.user.name
  if (name !== link.user.name) await refuseLookAlike(ctx, { name, userId: link.user.id })
  refuseIf('invalid', passwordRefusals(input.password, { email: link.user.email, name }))
  const passwordHash = await hashPassword(input.password)
  const user = await ctx.tx.user.update({ where: { id: link.user.id }, data: { name, passwordHash } })
  const epoch = await endSessionsOf(ctx.tx, user.id)
  return {
    result: { userId: user.id, epoch },
    entityId: user.id,
    before: { name: link.user.name, sessionEpoch: link.user.sessionEpoch },
    after: { name: user.name, sessionEpoch: epoch, linkId: link.id },
  }
}

const acceptByLink = command('user:acceptInvitation', acceptInvitationInput, (ctx, input) =>
  setPasswordByLink(ctx, 'INVITATION', input),
)
const resetByLink = command('user:resetPassword', resetPasswordInput, (ctx, input) =>
  setPasswordByLink(ctx, 'PASSWORD_RESET', input),
)

/** Who holds the link is the one who acts: the audit log says so. */
async function asHolder(ctx: Ctx, kind: OneTimeLinkKind, token: unknown): Promise<Ctx> {
  const { link } = await findLink(ctx.db, kind, String(token), ctx.now)
  return link?.userId ? { ...ctx, actor: { ...ctx.actor, userId: userId.parse(link.userId) } } : ctx
}

/** The invited person sets name and password. Answers whose session may begin. Throws `refused` for a link that does not work (any more). */
export const acceptInvitation: typeof acceptByLink = async (ctx, input) =>
  acceptByLink(await asHolder(ctx, 'INVITATION', input.token), input)

/** A new password by a link; every session of the person ends. Throws `refused` for a link that does not work (any more). */
export const resetPassword: typeof resetByLink = async (ctx, input) =>
  resetByLink(await asHolder(ctx, 'PASSWORD_RESET', input.token), input)
