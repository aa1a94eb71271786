import { type CommandInput, command } from '@/lib/audit/record'
import { insertLink, tokenOfCommand } from '@/lib/auth/commands/one-time-link'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { commandId } from '@/lib/ids'
import { loadMembership } from '@/lib/projects/commands/load-membership'
import { linkRefusals } from '@/lib/projects/membership'
import { isMemberElsewhere } from '@/lib/projects/queries'
import { inviteInput, issueResetLinkInput } from '@/lib/projects/schema'
import type { User } from '@/prisma/generated/client'

type StoredLink = { kind: 'INVITATION' | 'PASSWORD_RESET'; expiresAt: string }

/** A link to hand over. Its token is shown once and kept nowhere. */
export type HandedOutLink = StoredLink & { token: string }

async function makeLink(ctx: TxCtx, person: User, command: string): Promise<StoredLink> {
  const kind = person.passwordHash === null ? 'INVITATION' : 'PASSWORD_RESET'
  const link = await insertLink(ctx.tx, {
    kind,
    token: tokenOfCommand(command),
    userId: person.id,
    createdById: ctx.actor.userId,
    now: ctx.now,
  })
  return { kind, expiresAt: link.expiresAt.toISOString() }
}

async function refuseIfMember(ctx: TxCtx, person: User) {
  const where = { projectId_userId: { projectId: projectOf(ctx), userId: person.id } }
  const membership = await ctx.tx.membership.findUnique({ where })
  if (!membership) return
  const key = membership.endedAt ? 'team.memberEnded' : 'team.alreadyMember'
  throw new DomainError('refused', [{ key, path: 'email', values: { name: person.name } }])
}

const recordInvitation = command('user:invite', inviteInput, async (ctx, input) => {
  authorise('user:invite', ctx.actor)
  const known = await ctx.tx.user.findUnique({ where: { email: input.email } })
  if (known) await refuseIfMember(ctx, known)
  else await refuseLookAlike(ctx, { name: input.name, projectId: projectOf(ctx) })
  const person =
    known ??
    (await ctx.tx.user.create({
      data: { id: input.userId, email: input.email, name: input.name, createdAt: ctx.now },
    }))
  const elsewhere = known ? await isMemberElsewhere(ctx, [known.id], ctx.tx) : new Set<string>()
  const membership = await ctx.tx.membership.create({
    data: { id: input.id, projectId: projectOf(ctx), userId: person.id, role: input.role, createdAt: ctx.now },
  })
  // Somebody with an account signs in as always; a link to an account that is used elsewhere is not this admin's to give.
  const isOpen = person.passwordHash === null && !elsewhere.has(person.id) && !person.isOwner
  const link = isOpen ? await makeLink(ctx, person, input.commandId) : null
  return {
    result: { id: membership.id, userId: person.id, link },
    entityId: person.id,
    after: { name: person.name, email: person.email, membership, link },
  }
})

const recordResetLink = command('user:issueResetLink', issueResetLinkInput, async (ctx, input) => {
  authorise('user:issueResetLink', ctx.actor)
  const { membership, user } = await loadMembership(ctx, input.id)
  const elsewhere = await isMemberElsewhere(ctx, [user.id], ctx.tx)
  const person = {
    isOwner: user.isOwner,
    isMemberElsewhere: elsewhere.has(user.id),
    ended: membership.endedAt !== null,
  }
  refuseIf('refused', linkRefusals(ctx.actor, person))
  const link = await makeLink(ctx, user, input.commandId)
  return { result: link, entityId: user.id, after: link }
})

/**
 * Adds somebody to the project, with an account to be if the address is new. Answers the link to hand over, or null where the person
 * signs in with the account that they have. Throws `refused` for who is or was a member.
 */
export async function inviteMember(ctx: Ctx, input: CommandInput<typeof inviteInput>) {
  const { id, userId, link } = await recordInvitation(ctx, input)
  return { id, userId, link: link && { ...link, token: tokenOfCommand(commandId.parse(input.commandId)) } }
}

/** A link with which a member sets a new password (or their first, when they have none yet). Answers the link to hand over. */
export async function issueResetLink(
  ctx: Ctx,
  input: CommandInput<typeof issueResetLinkInput>,
): Promise<HandedOutLink> {
  const link = await recordResetLink(ctx, input)
  return { ...link, token: tokenOfCommand(commandId.parse(input.commandId)) }
}
