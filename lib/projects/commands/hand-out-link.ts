import { type CommandInput, command } from '@/lib/audit/record'
import { mailLink } from '@/lib/auth/commands/mail-link'
import {
  findTokenOfCommand,
  insertLink,
  type LockedPerson,
  lockPerson,
  lockProject,
} from '@/lib/auth/commands/one-time-link'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { isInForce } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf, type TxCtx } from '@/lib/context'
import { DomainError, refuseIf } from '@/lib/errors'
import { commandId } from '@/lib/ids'
import type { MailLanguage } from '@/lib/mail/languages'
import { loadMembership } from '@/lib/projects/commands/load-membership'
import { invitationKind, invitationRefusals } from '@/lib/projects/membership'
import { inviteInput, renewInvitationInput } from '@/lib/projects/schema'
import type { Membership } from '@/prisma/generated/client'

/** `byMail`: it goes to the person's address. */
type StoredLink = { kind: 'INVITATION' | 'JOIN'; expiresAt: string; byMail: boolean }

/** A link to hand over. Its token is shown once and kept nowhere. */
export type HandedOutLink = StoredLink & { token: string }

async function makeLink(
  ctx: TxCtx,
  person: LockedPerson,
  membership: Membership,
  { commandId, language }: { commandId: string; language: MailLanguage },
): Promise<StoredLink> {
  const { projectId } = membership
  const kind = invitationKind(ctx.actor, {
    hasPassword: person.passwordHash !== null,
    isOwner: person.isOwner,
    isMemberElsewhere: person.memberships.some((each) => each.projectId !== projectId && isInForce(each)),
  })
  const link = await insertLink(ctx, { kind, person, membership, tokenSeed: commandId })
  return { kind, expiresAt: link.expiresAt.toISOString(), byMail: await mailLink(ctx, link.id, language) }
}

function refuseIfMember(ctx: TxCtx, person: LockedPerson) {
  const membership = person.memberships.find(({ projectId }) => projectId === projectOf(ctx))
  if (!membership) return
  const here = membership.joinedAt ? 'team.alreadyMember' : 'team.alreadyInvited'
  const key = membership.endedAt ? 'team.memberEnded' : here
  throw new DomainError('refused', [{ key, path: 'email', values: { name: person.name } }])
}

/** The person of this address, made if nobody has it, and held until the transaction's end. */
async function personOfAddress(ctx: TxCtx, { userId, email, name }: { userId: string; email: string; name: string }) {
  const known = await ctx.tx.user.findUnique({ where: { email } })
  if (known) return lockPerson(ctx.tx, known.id)
  await refuseLookAlike(ctx, { name, projectId: projectOf(ctx) })
  // Another project may be inviting the same address in this moment: then theirs is the person.
  await ctx.tx.user.createMany({ data: { id: userId, email, name, createdAt: ctx.now }, skipDuplicates: true })
  const { id } = await ctx.tx.user.findUniqueOrThrow({ where: { email } })
  return lockPerson(ctx.tx, id)
}

const recordInvitation = command('user:invite', inviteInput, async (ctx, input) => {
  authorise('user:invite', ctx.actor)
  await lockProject(ctx.tx, projectOf(ctx))
  const person = await personOfAddress(ctx, input)
  refuseIfMember(ctx, person)
  refuseIf('refused', person.disabledAt ? [{ key: 'team.disabled', path: 'email' }] : [])
  // Who has an account comes under the name that it has.
  const own = { name: person.name, userId: person.id, projectId: projectOf(ctx), theirs: { path: 'email' } }
  await refuseLookAlike(ctx, own)
  const invited = { id: input.id, projectId: projectOf(ctx), userId: person.id, role: input.role }
  const membership = await ctx.tx.membership.create({ data: { ...invited, joinedAt: null, createdAt: ctx.now } })
  const link = await makeLink(ctx, person, membership, input)
  return {
    result: { id: membership.id, userId: person.id, link },
    entityId: person.id,
    after: { name: person.name, email: person.email, membership, link },
  }
})

const recordRenewal = command('user:renewInvitation', renewInvitationInput, async (ctx, input) => {
  authorise('user:invite', ctx.actor)
  const { membership, facts } = await loadMembership(ctx, input.id)
  const person = await lockPerson(ctx.tx, membership.userId)
  const { ended, invited } = facts
  refuseIf('refused', invitationRefusals({ ended, invited, disabled: person.disabledAt !== null }))
  const link = await makeLink(ctx, person, membership, input)
  return { result: link, entityId: person.id, after: { membership, link } }
})

const withToken = async (ctx: Ctx, link: StoredLink, command: string): Promise<HandedOutLink> => ({
  ...link,
  token: await findTokenOfCommand(ctx.db, commandId.parse(command)),
})

/**
 * Invites somebody into the project, with an account to be if the address is new. They are no member before they have taken the
 * invitation up with this project's own link: whoever else opens the account of that address opens nothing of this project by it.
 * Answers the link to hand over. Throws `refused` for who is, was or is to be a member.
 */
export async function inviteMember(ctx: Ctx, input: CommandInput<typeof inviteInput>) {
  const { id, userId, link } = await recordInvitation(ctx, input)
  return { id, userId, link: await withToken(ctx, link, input.commandId) }
}

/** A new link for somebody who is invited and has not come yet; the earlier one ends. Answers the link to hand over. */
export async function renewInvitation(
  ctx: Ctx,
  input: CommandInput<typeof renewInvitationInput>,
): Promise<HandedOutLink> {
  return withToken(ctx, await recordRenewal(ctx, input), input.commandId)
}
