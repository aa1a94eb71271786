import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { addressGroup } from '@/lib/auth/address-group'
import { nameOfEmail } from '@/lib/auth/commands/known-device'
import type { Db } from '@/lib/db'
import { DomainError } from '@/lib/errors'

const MINUTES = 60

/**
 * Failures, and the seconds in which they are counted and for which the next is refused. A browser that has signed in before is counted by
 * itself alone, so that nobody locks out people where they work; everybody else by address and account together, then by account, then by
 * address. `own`: the old password of the account that somebody is signed in to; whatever is typed at the door never reaches it.
 */
export const SIGN_IN_LIMITS = {
  device: { failures: 10, seconds: 15 * MINUTES },
  pair: { failures: 10, seconds: 15 * MINUTES },
  account: { failures: 50, seconds: 60 * MINUTES },
  address: { failures: 100, seconds: 15 * MINUTES },
  own: { failures: 10, seconds: 15 * MINUTES },
} as const
export type LimitName = keyof typeof SIGN_IN_LIMITS

const makeLimit = (db: Db, name: LimitName) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix: `signin-${name}`,
    points: SIGN_IN_LIMITS[name].failures,
    duration: SIGN_IN_LIMITS[name].seconds,
    blockDuration: SIGN_IN_LIMITS[name].seconds,
    clearExpiredByTimeout: true,
  })

function makeLimits(db: Db) {
  const limit = (name: LimitName) => makeLimit(db, name)
  return {
    device: limit('device'),
    pair: limit('pair'),
    account: limit('account'),
    address: limit('address'),
    own: limit('own'),
  }
}
const limitsOf = new WeakMap<Db, ReturnType<typeof makeLimits>>()

function limitsFor(db: Db) {
  const limits = limitsOf.get(db) ?? makeLimits(db)
  limitsOf.set(db, limits)
  return limits
}

/** Who tries: to which account, from where, on which device that is known to it; or somebody in their own account, by its id. */
export type Trier = { email: string; address: string | null; device: { id: string } | null } | { ownAccount: string }

type Counter = { name: LimitName; key: string }

function countersOf(trier: Trier): Counter[] {
  if ('ownAccount' in trier) return [{ name: 'own', key: trier.ownAccount }]
  const { email, address, device } = trier
  const account = nameOfEmail(email)
  if (device) return [{ name: 'device', key: device.id }]
  const group = address && addressGroup(address)
  return [
    ...(group ? [{ name: 'address', key: group } as const] : []),
    { name: 'pair', key: `${account}:${group ?? 'unknown'}` },
    { name: 'account', key: account },
  ]
}

/**
 * Counts an attempt as a failure before it is judged, so that many at once are all counted; `succeeded` takes it back. Throws `too-many`
 * with the minutes to wait, after telling `onLock` of the attempt that closed the door.
 */
export async function countAttempt(db: Db, trier: Trier, onLock: (name: LimitName) => Promise<void>) {
  const limits = limitsFor(db)
  const counters = countersOf(trier)
  for (const { name, key } of counters) {
    try {
      await limits[name].consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      if (refusal.consumedPoints === SIGN_IN_LIMITS[name].failures + 1) await onLock(name)
      const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000))
      throw new DomainError('too-many', [{ key: 'auth.locked', values: { minutes } }])
    }
  }
  return {
    async succeeded() {
      for (const { name, key } of counters) {
        // What others have missed before at the same door stays counted.
        if (name !== 'account' && name !== 'address') await limits[name].delete(key)
        else await limits[name].reward(key)
      }
    },
  }
}
