import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '@/lib/db'
import { DomainError } from '@/lib/errors'

const WINDOW = 15 * 60
export const FAILURES_PER_EMAIL = 10
export const FAILURES_PER_ADDRESS = 100

function makeLimits(db: Db) {
  const shared = {
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    duration: WINDOW,
    blockDuration: WINDOW,
    clearExpiredByTimeout: true,
  }
  return {
    email: new RateLimiterPrisma({ ...shared, keyPrefix: 'signin-email', points: FAILURES_PER_EMAIL }),
    address: new RateLimiterPrisma({ ...shared, keyPrefix: 'signin-address', points: FAILURES_PER_ADDRESS }),
  }
}

const limitsOf = new WeakMap<Db, ReturnType<typeof makeLimits>>()

const locked = (refusal: unknown) => {
  if (!(refusal instanceof RateLimiterRes)) throw refusal
  const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000))
  throw new DomainError('too-many', [{ key: 'auth.locked', values: { minutes } }])
}

/**
 * Counts an attempt as a failure before it is judged, so that many at once are all counted; `succeeded` takes it back. Throws `too-many`
 * with the minutes to wait.
 */
export async function countAttempt(db: Db, email: string, address: string | null) {
  const limits = limitsOf.get(db) ?? makeLimits(db)
  limitsOf.set(db, limits)
  if (address) await limits.address.consume(address).catch(locked)
  await limits.email.consume(email).catch(locked)
  return {
    async succeeded() {
      await limits.email.delete(email)
      if (address) await limits.address.reward(address)
    },
  }
}
