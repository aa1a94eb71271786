import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { verifyPassword } from '@/lib/auth/commands/password-hash'
import { countAttempt } from '@/lib/auth/commands/sign-in-limit'
import { signInInput } from '@/lib/auth/schema'
import type { Ctx } from '@/lib/context'
import { DomainError } from '@/lib/errors'

/**
 * Checks an e-mail address and a password; `address` is where the request comes from, for the rate limit. Answers whose session may
 * begin, and under which epoch. Throws `refused` (without saying which of the two is wrong) or `too-many`.
 */
export async function signIn(ctx: Ctx, raw: z.input<typeof signInInput>, address: string | null) {
  const { email, password } = parseInput(signInInput, raw)
  const attempt = await countAttempt(ctx.db, email, address)
  const user = await ctx.db.user.findUnique({ where: { email } })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !matches || user.disabledAt) throw new DomainError('refused', [{ key: 'auth.wrongCredentials' }])
  await attempt.succeeded()
  return { userId: user.id, epoch: user.sessionEpoch }
}
