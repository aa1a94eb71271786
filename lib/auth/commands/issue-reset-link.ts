import { type CommandInput, command } from '@/lib/audit/record'
import { tellOfLink } from '@/lib/auth/commands/link-notices'
import { mailLink } from '@/lib/auth/commands/mail-link'
import { findTokenOfCommand, insertLink, lockPerson } from '@/lib/auth/commands/one-time-link'
import { resetRefusals } from '@/lib/auth/link-grounds'
import { authorise } from '@/lib/auth/permissions'
import { issueResetLinkInput } from '@/lib/auth/schema'
import { type Ctx, ofInstallation, personOf } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'
import { commandId } from '@/lib/ids'

const recordResetLink = command('user:issueResetLink', issueResetLinkInput, async (ctx, input) => {
  authorise('user:issueResetLink', ctx.actor)
  foundOr404(await ctx.tx.user.findUnique({ where: { id: input.userId } }), 'user')
  const person = await lockPerson(ctx.tx, input.userId)
  const isSelf = person.id === personOf(ctx)
  const facts = { isSelf, hasPassword: person.passwordHash !== null, disabled: person.disabledAt !== null }
  refuseIf('refused', resetRefusals(facts))
  const { reason } = input
  const asked = { kind: 'PASSWORD_RESET', person, membership: null, reason, tokenSeed: input.commandId } as const
  const link = await insertLink(ctx, asked)
  await tellOfLink(ctx, 'MADE', link)
  const byMail = await mailLink(ctx, link.id, input.language)
  const made = { kind: link.kind, expiresAt: link.expiresAt.toISOString(), byMail }
  return { result: made, entityId: person.id, after: { ...made, linkId: link.id }, reason: input.reason }
})

/**
 * A link with which somebody who has a password sets a new one. The owner alone makes it, never for themselves, and vouches for the
 * person with a reason, which the person and the admins of their projects are told. Answers the link to hand over: its token is shown
 * once and kept nowhere.
 */
export async function issueResetLink(ctx: Ctx, input: CommandInput<typeof issueResetLinkInput>) {
  const { expiresAt, byMail } = await recordResetLink(ofInstallation(ctx), input)
  return {
    kind: 'PASSWORD_RESET' as const,
    expiresAt,
    byMail,
    token: await findTokenOfCommand(ctx.db, commandId.parse(input.commandId)),
  }
}
