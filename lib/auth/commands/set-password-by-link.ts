import { command } from '@/lib/audit/record'
import { endLinksOf } from '@/lib/auth/commands/end-links'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { tellOfLink } from '@/lib/auth/commands/link-notices'
import { newPasswordRefusals } from '@/lib/auth/commands/new-password'
import { openLink, spendLink } from '@/lib/auth/commands/one-time-link'
import { hashPassword } from '@/lib/auth/commands/password-hash'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { findLink, type LinkWithGrounds, membershipOfLink } from '@/lib/auth/queries/find-link'
import { acceptInvitationInput, resetPasswordInput } from '@/lib/auth/schema'
import type { Ctx, TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { projectId, userId } from '@/lib/ids'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'

type PasswordByLink = { token: string; password: string; name?: string }

/** The membership that an invitation was made for begins; one in force already stays. */
export async function joinByLink(ctx: TxCtx, link: LinkWithGrounds) {
  const membership = membershipOfLink(link)
  if (!membership) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  if (membership.joinedAt) return membership
  const { id: userId, name } = await ctx.tx.user.findUniqueOrThrow({ where: { id: membership.userId } })
  await refuseLookAlike(ctx, { name, userId, projectId: membership.projectId })
  const joined = await ctx.tx.membership.update({
    where: { id: membership.id, version: membership.version },
    data: { joinedAt: ctx.now, version: { increment: 1 } },
  })
  await endLinksOf(ctx, { joined })
  return joined
}

async function setPasswordByLink(ctx: TxCtx, kind: 'INVITATION' | 'PASSWORD_RESET', input: PasswordByLink) {
  const { user: seen } = await openLink(ctx.tx, kind, input.token, ctx.now)
  refuseIf(
    'invalid',
    await newPasswordRefusals(input.password, { email: seen?.email ?? '', name: input.name ?? seen?.name ?? '' }),
  )
  // Before anything is locked: it takes long.
  const passwordHash = await hashPassword(input.password)
  const link = await spendLink(ctx, kind, input.token)
  const before = foundOr404(link.user, 'user')
  const { name = before.name } = input
  if (name !== before.name) await refuseLookAlike(ctx, { name, userId: before.id })
  const user = await ctx.tx.user.update({ where: { id: before.id }, data: { name, passwordHash } })
  const epoch = await endSessionsOf(ctx.tx, user.id)
  await endLinksOf(ctx, { account: user.id, isDisabled: false })
  const membership = kind === 'INVITATION' ? await joinByLink(ctx, link) : null
  await tellOfLink(ctx, 'USED', link)
  return {
    result: { userId: user.id, epoch },
    entityId: user.id,
    projectId: link.projectId,
    before: { name: before.name, sessionEpoch: before.sessionEpoch },
    after: { name: user.name, sessionEpoch: epoch, linkId: link.id, membership },
    reason: link.reason,
  }
}

const acceptByLink = command('user:acceptInvitation', acceptInvitationInput, (ctx, input) =>
  setPasswordByLink(ctx, 'INVITATION', input),
)
const resetByLink = command('user:resetPassword', resetPasswordInput, (ctx, input) =>
  setPasswordByLink(ctx, 'PASSWORD_RESET', input),
)

/** Who holds a link that works, or has just used it, is the one who acts: the audit log says so. */
export async function asHolder(ctx: Ctx, kind: OneTimeLinkKind, token: unknown): Promise<Ctx> {
  const { link } = await findLink(ctx.db, kind, String(token), ctx.now)
  if (!link?.user || link.user.disabledAt) return ctx
  const ofLink = { userId: userId.parse(link.user.id), projectId: projectId.nullable().parse(link.projectId) }
  return { ...ctx, actor: { ...ctx.actor, ...ofLink } }
}

/**
 * The invited person sets name and password, and becomes a member of the project that the link is of. Answers whose session may begin.
 * Throws `refused` for a link that does not work (any more).
 */
export const acceptInvitation: typeof acceptByLink = async (ctx, input) =>
  acceptByLink(await asHolder(ctx, 'INVITATION', input.token), input)

/** A new password by a link; every session of the person ends. Throws `refused` for a link that does not work (any more). */
export const resetPassword: typeof resetByLink = async (ctx, input) =>
  resetByLink(await asHolder(ctx, 'PASSWORD_RESET', input.token), input)
