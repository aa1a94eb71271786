import { ONE_HAND_DAYS } from '@/lib/auth/link-grounds'
import type { Db, Tx } from '@/lib/db'

const DAY = 24 * 60 * 60 * 1000

/**
 * True while two accounts may be in one hand: the one's password was replaced, in the last weeks, through a link that the other made and
 * has therefore seen.
 */
export async function areOneHand(db: Db | Tx, one: string, other: string, now: Date): Promise<boolean> {
  const links = await db.oneTimeLink.count({
    where: {
      kind: 'PASSWORD_RESET',
      usedAt: { gt: new Date(now.getTime() - ONE_HAND_DAYS * DAY) },
      OR: [
        { userId: one, createdById: other },
        { userId: other, createdById: one },
      ],
    },
  })
  return links > 0
}
