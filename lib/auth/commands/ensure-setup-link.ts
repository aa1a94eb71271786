import { insertSetUpLink, randomToken } from '@/lib/auth/commands/one-time-link'
import type { Db } from '@/lib/db'

/** While there is no user: a new set-up link, in place of earlier ones. Answers its token, or null when somebody can sign in already. */
export async function ensureSetupLink(db: Db, now: Date): Promise<string | null> {
  if ((await db.user.count()) > 0) return null
  const token = randomToken()
  await insertSetUpLink(db, token, now)
  return token
}
