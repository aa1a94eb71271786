import { parseInput } from '@/lib/audit/record'
import { endSessionsOf } from '@/lib/auth/commands/end-sessions'
import { hashPassword, verifyPassword } from '@/lib/auth/commands/password-hash'
import { email, newPassword, personName } from '@/lib/auth/schema'
import type { Db } from '@/lib/db'
import { newId, type UserId, userId } from '@/lib/ids'

/**
 * For the demo team: makes the user of this address, or gives the existing one this password. Their name and what else people changed
 * stays. An owner is the first person of the installation. Answers the id. Running it again writes nothing.
 */
export async function ensureUser(
  db: Db,
  user: { id?: string; email: string; name: string; password: string; isOwner?: boolean },
): Promise<UserId> {
  const address = parseInput(email, user.email)
  const password = parseInput(newPassword, user.password)
  const existing = await db.user.findUnique({ where: { email: address } })
  if (existing && (await verifyPassword(existing.passwordHash, password))) return userId.parse(existing.id)
  const passwordHash = await hashPassword(password)
  // No upsert: its INSERT would be judged although the person is there.
  const saved = existing
    ? await db.user.update({ where: { id: existing.id }, data: { passwordHash } })
    : await db.user.create({
        data: {
          id: user.id ?? newId(),
          email: address,
          name: parseInput(personName, user.name),
          passwordHash,
          isOwner: user.isOwner ?? false,
        },
      })
  if (existing?.passwordHash) await endSessionsOf(db, saved.id)
  return userId.parse(saved.id)
}
