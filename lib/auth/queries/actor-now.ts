import type { Turn } from '@/lib/audit/entries'
import type { Actor } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import type { Role } from '@/prisma/generated/client'

async function takeTurn(tx: Tx, projectId: string | null, turn: Turn | undefined) {
  if (turn === 'people') await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('people', 0))`
  if (turn === 'people' || turn === 'team')
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE "id" = ${projectId}::uuid FOR NO KEY UPDATE`
}

// Whoever will write their own row takes it for writing at once: two who hold it for reading would wait for each other.
const lockedAccount = (tx: Tx, userId: string, turn?: Turn) =>
  turn === 'self'
    ? tx.$queryRaw<{ isOwner: boolean; disabled: boolean }[]>`
        SELECT "isOwner", "disabledAt" IS NOT NULL AS "disabled" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
    : tx.$queryRaw<{ isOwner: boolean; disabled: boolean }[]>`
        SELECT "isOwner", "disabledAt" IS NOT NULL AS "disabled" FROM "User" WHERE "id" = ${userId}::uuid FOR SHARE`

const membershipOf = (tx: Tx, projectId: string | null, userId: string) =>
  tx.$queryRaw<{ role: Role; inForce: boolean }[]>`
    SELECT "role"::text AS "role", "joinedAt" IS NOT NULL AND "endedAt" IS NULL AS "inForce" FROM "Membership"
    WHERE "projectId" = ${projectId}::uuid AND "userId" = ${userId}::uuid FOR SHARE`

/** Whether somebody has an account in use, and in which role they are a member in force: read and held until the transaction's end. */
async function standingOf(tx: Tx, projectId: string | null, userId: string, turn?: Turn) {
  const [account] = await lockedAccount(tx, userId, turn)
  if (!account || account.disabled) return null
  const [membership] = await membershipOf(tx, projectId, userId)
  return { isOwner: account.isOwner, role: membership?.inForce ? membership.role : null }
}

/** The role of somebody whom a command names, as an assignee or approver: held like the actor's own. Null for who is no member. */
export async function roleNow(tx: Tx, projectId: string, userId: string): Promise<Role | null> {
  return (await standingOf(tx, projectId, userId))?.role ?? null
}

const signedOut = () => new DomainError('not-found', [{ key: 'auth.signedOut' }])

/**
 * The session that the actor acts in, held like the rest, and last of all. Seeds and tests act in none. Throws `not-found` for one that
 * has ended.
 */
export async function holdSession(tx: Tx, { sessionId }: Actor): Promise<void> {
  if (sessionId === undefined) return
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Session" WHERE "id" = ${sessionId}::uuid AND "endedAt" IS NULL FOR SHARE`
  if (found.length === 0) throw signedOut()
}

/**
 * What the actor is at this moment, for a command: account, membership and session are read and held until the transaction's end, so
 * that they are changed before (then this sees it) or after it. Always in this order: turn, account, membership, session. Without a
 * membership in force there is no project and no role, as for a stranger. The installation itself and who has not signed in stay as they
 * are. Throws `not-found` for an account that is disabled or gone, and for a session that has ended.
 */
export async function actorNow(tx: Tx, actor: Actor, turn?: Turn): Promise<Actor> {
  const { userId } = actor
  if (userId === null) return actor
  if (turn === 'link') return { ...actor, role: null, isOwner: false }
  await takeTurn(tx, actor.projectId, turn)
  const standing = await standingOf(tx, actor.projectId, userId, turn)
  if (!standing) throw signedOut()
  await holdSession(tx, actor)
  return { ...actor, projectId: standing.role && actor.projectId, ...standing }
}
