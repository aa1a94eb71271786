import days from '@/lib/auth/session-days.json' with { type: 'json' }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * A session ends 30 days after its beginning, whatever is done in it: long enough for one story, too short for a forgotten computer. A
 * secret that has been replaced verifies for as long, here and in the launcher, which reads the same file.
 */
export const SESSION_LIFETIME = days.lifetime * DAY
/** … and after 7 days without a request: somebody who works every week never meets it. */
const SESSION_IDLE = 7 * DAY
/** "Last seen" is no finer than this, so that reading does not write each time. */
export const SEEN_EVERY = MINUTE
/** Ended sessions and counted failures are kept so long after they have stopped to matter, then go; the audit log stays. */
export const KEPT_AFTERWARDS = 90 * DAY

/** The moments that a session must lie after, to be in force at `now`. */
export const inForceAt = (now: Date) => ({
  endedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE) },
})

/** Whether the last time seen is long enough ago to be written anew. */
export const isSeenLongAgo = (lastSeenAt: Date, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY
