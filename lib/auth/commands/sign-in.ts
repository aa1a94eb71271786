import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { BoundedQueue } from '@/lib/auth/commands/bounded-queue'
import { readDeviceToken } from '@/lib/auth/commands/known-device'
import { verifyPassword } from '@/lib/auth/commands/password-hash'
import { recordFailure, recordLock } from '@/lib/auth/commands/record-failure'
import { countAttempt } from '@/lib/auth/commands/sign-in-limit'
import { signInInput } from '@/lib/auth/schema'
import type { Ctx } from '@/lib/context'
import { DomainError } from '@/lib/errors'

/** The device token that the browser keeps for the account of this name; null when it has none. */
export type DeviceTokenOf = (email: string) => string | null

// Few at once: each takes a connection of the pool now and then, which everybody else needs too.
const door = new BoundedQueue({ places: 3, waiting: 60, perGroup: 20 })

/**
 * Checks an e-mail address and a password; `address` is where the request comes from, for the limits. Answers whose session may begin, and under which epoch. Throws `refused` (without saying
 * which of the two is wrong), `too-many` with the minutes to wait, or `unavailable` when too many sign in at the same moment.
 */
export async function signIn(
  ctx: Ctx,
  raw: z.input<typeof signInInput>,
  address: string | null,
  deviceTokenOf: DeviceTokenOf = () => null,
) {
  const input = parseInput(signInInput, raw)
  const device = readDeviceToken(deviceTokenOf(input.email), input.email, ctx.now)
  const turn = { isPreferred: device !== null, group: address }
  return door.run(() => judge(ctx, input, address, device), turn)
}

async function judge(
  ctx: Ctx,
  { email, password }: z.output<typeof signInInput>,
  address: string | null,
  claimed: { id: string; epoch: number } | null,
) {
  const user = await ctx.db.user.findUnique({ where: { email } })
  // A device that was signed in when all sessions ended is no longer known.
  const device = claimed && claimed.epoch === user?.sessionEpoch ? claimed : null
  const attempt = await countAttempt(ctx.db, { email, address, device }, async (limit) => {
    if (user && limit !== 'address') await recordLock(ctx, user.id, address, limit)
  })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !matches || user.disabledAt) {
    await recordFailure(ctx, user?.id ?? null, address)
    throw new DomainError('refused', [{ key: 'auth.wrongCredentials' }])
  }
  await attempt.succeeded()
  return { userId: user.id, epoch: user.sessionEpoch }
}
