import type { z } from 'zod'
import { parseInput, recordEntry } from '@/lib/audit/record'
import { mailLink } from '@/lib/auth/commands/mail-link'
import { insertLink, lockPerson } from '@/lib/auth/commands/one-time-link'
import { countResetAsking } from '@/lib/auth/commands/reset-limit'
import { askResetInput } from '@/lib/auth/schema'
import { type Ctx, inTransaction } from '@/lib/context'
import { mailSettings } from '@/lib/env'
import { refuseIf } from '@/lib/errors'
import { newId } from '@/lib/ids'

type ResetRequest = z.output<typeof askResetInput>

/**
 * Somebody who is not signed in asks for a new password by mail. Answers what was asked, for `sendAskedReset`; whether anybody has that
 * address is not looked at here. Throws `refused` without a mail server, `too-many` with the minutes to wait.
 */
export async function askForReset(
  ctx: Ctx,
  raw: z.input<typeof askResetInput>,
  address: string | null,
): Promise<ResetRequest> {
  refuseIf('refused', mailSettings() ? [] : [{ key: 'auth.noMail' }])
  const input = parseInput(askResetInput, raw)
  await countResetAsking(ctx.db, input.email, address)
  return input
}

/**
 * Has the link sent to the address, if somebody in use has it who has a password. Done when the answer has gone out already: how long it
 * takes tells nobody whether there is such a person. The link is shown to nobody, and ends no other link but an earlier one of its kind.
 */
export async function sendAskedReset(
  ctx: Ctx,
  { email, language }: ResetRequest,
  address: string | null,
): Promise<void> {
  const known = await ctx.db.user.findUnique({ where: { email }, select: { id: true } })
  if (!known) return
  await inTransaction(ctx, async (txCtx) => {
    const person = await lockPerson(txCtx.tx, known.id)
    if (person.passwordHash === null || person.disabledAt !== null || person.email !== email) return
    const asked = { kind: 'PASSWORD_RESET', person, membership: null, tokenSeed: newId(), byMailOnly: true } as const
    const link = await insertLink(txCtx, asked)
    await mailLink(txCtx, link.id, language)
    const after = { address, linkId: link.id, expiresAt: link.expiresAt }
    await recordEntry(txCtx.tx, 'user:askReset', { entityId: person.id, actorId: null, at: ctx.now, after })
  })
}
