import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import type { UserId } from '@/lib/ids'

const WINDOW_SECONDS = 60

/** What a person may ask of the API in a minute, in points: a list costs one, a file that is computed ten. */
export const POINTS_PER_MINUTE = 600

/** What one session may save on screens in a minute: five in a second, which nobody does by hand. */
export const WRITES_PER_MINUTE = 300

// Counted in this process: a row written per request would cost more than what it guards. Two processes give twice as much.
const points = new RateLimiterMemory({ points: POINTS_PER_MINUTE, duration: WINDOW_SECONDS })
const writes = new RateLimiterMemory({ points: WRITES_PER_MINUTE, duration: WINDOW_SECONDS })

async function take(limit: RateLimiterMemory, key: string, cost: number, reason: string): Promise<void> {
  await limit.consume(key, cost).catch((refusal: unknown) => {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new DomainError('too-many', [{ key: reason, values: { seconds } }])
  })
}

/** Takes the points of a request; throws `too-many` with the seconds to wait once a person has none left. */
export const takePoints = (person: UserId, cost: number) => take(points, person, cost, 'tooManyRequests')

/** Counts something that a screen saves; throws `too-many` with the seconds to wait once a session has saved too much in a minute. */
export const takeWrite = ({ sessionId, userId }: Actor) => take(writes, sessionId ?? userId ?? '', 1, 'tooManyWrites')
