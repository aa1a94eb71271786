import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '@/lib/errors'
import type { UserId } from '@/lib/ids'

const WINDOW_SECONDS = 60

/** What a person may ask of the API in a minute, in points: a list costs one, a file that is computed ten. */
export const POINTS_PER_MINUTE = 600

// Counted in this process: a row written per request would cost more than what it guards. Two processes give twice as much.
const limit = new RateLimiterMemory({ points: POINTS_PER_MINUTE, duration: WINDOW_SECONDS })

/** Takes the points of a request; throws `too-many` with the seconds to wait once a person has none left. */
export async function takePoints(person: UserId, points: number): Promise<void> {
  await limit.consume(person, points).catch((refusal: unknown) => {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new DomainError('too-many', [{ key: 'tooManyRequests', values: { seconds } }])
  })
}
