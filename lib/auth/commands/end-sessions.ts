import type { Tx } from '@/lib/db'

/** Ends every session of a person, within the caller's transaction. Answers the epoch that the next session begins under. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<number> {
  const { sessionEpoch } = await tx.user.update({
    where: { id: userId },
    data: { sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  })
  return sessionEpoch
}
