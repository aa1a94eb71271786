import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { addressGroup } from '@/lib/auth/address-group'
import { nameOfEmail } from '@/lib/auth/commands/known-device'
import type { Db } from '@/lib/db'
import { DomainError } from '@/lib/errors'

const HOUR = 60 * 60

/** How often a mail with a new password may be asked for in an hour: for one address typed, and from one place. */
export const RESET_LIMITS = { account: 3, address: 15 } as const

const makeLimit = (db: Db, name: keyof typeof RESET_LIMITS) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix: `reset-${name}`,
    points: RESET_LIMITS[name],
    duration: HOUR,
    clearExpiredByTimeout: true,
  })

const limitsOf = new WeakMap<Db, { account: RateLimiterPrisma; address: RateLimiterPrisma }>()

/**
 * Counts an asking by the address that was typed, whoever has it, and by where it comes from: so that nobody's mailbox is filled, and a
 * refusal tells nothing. Throws `too-many` with the minutes to wait.
 */
export async function countResetAsking(db: Db, email: string, address: string | null): Promise<void> {
  const limits = limitsOf.get(db) ?? { account: makeLimit(db, 'account'), address: makeLimit(db, 'address') }
  limitsOf.set(db, limits)
  const consume = async (limit: RateLimiterPrisma, key: string) => {
    await limit.consume(key).catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000))
      throw new DomainError('too-many', [{ key: 'auth.resetAskedOften', values: { minutes } }])
    })
  }
  await consume(limits.address, address ? addressGroup(address) : 'unknown')
  await consume(limits.account, nameOfEmail(email))
}
