import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'

/** A context of nobody: for signing in, and for the links that work before that. */
export const anonymousCtx = (): Ctx => ({
  actor: { userId: null, projectId: null, role: null, isOwner: false },
  db: getDb(),
  now: new Date(),
})
