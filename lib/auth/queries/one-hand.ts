import { ONE_HAND_DAYS } from '@/lib/auth/link-grounds'
import type { Db, Tx } from '@/lib/db'

const DAY = 24 * 60 * 60 * 1000

/**
 * True while two accounts may be in one hand: somebody's hand reaches both. An account is in its own hand and, for some weeks, in that of
 * whoever made a reset link that was used on it and has therefore seen it; and so in every hand that the maker's account was in.
 */
export async function areOneHand(db: Db | Tx, one: string, other: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - ONE_HAND_DAYS * DAY)
  const [found] = await db.$queryRaw<{ shared: boolean }[]>`
    WITH RECURSIVE hand("account", "hand") AS (
      VALUES (${one}::uuid, ${one}::uuid), (${other}::uuid, ${other}::uuid)
      UNION
      SELECT h."account", l."createdById" FROM hand h JOIN "OneTimeLink" l ON l."userId" = h."hand"
      WHERE l."kind" = 'PASSWORD_RESET' AND l."usedAt" > ${since} AND l."createdById" IS NOT NULL
    )
    SELECT EXISTS (
      SELECT 1 FROM hand a JOIN hand b ON b."hand" = a."hand"
      WHERE a."account" = ${one}::uuid AND b."account" = ${other}::uuid
    ) AS "shared"`
  return found?.shared ?? false
}
