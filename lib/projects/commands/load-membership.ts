import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404 } from '@/lib/errors'
import { canSignIn, isInvited, type MembershipFacts } from '@/lib/projects/membership'
import type { Role } from '@/prisma/generated/enums'

/** The membership within the actor's project and what its rules ask for. Until the end nobody else changes memberships of the project. */
export async function loadMembership(ctx: TxCtx, id: string) {
  const projectId = projectOf(ctx)
  // Two admins who demote each other at once would otherwise leave none.
  await ctx.tx.$queryRaw`SELECT 1 FROM "Project" WHERE "id" = ${projectId}::uuid FOR NO KEY UPDATE`
  const membership = foundOr404(
    await ctx.tx.membership.findFirst({ where: { id, projectId }, include: { user: true } }),
    'membership',
  )
  const admins = await ctx.tx.membership.count({
    where: { projectId, role: 'ADMIN', ...IN_FORCE, user: { passwordHash: { not: null }, disabledAt: null } },
  })
  const { user, ...own } = membership
  const facts: MembershipFacts = {
    role: own.role,
    ended: own.endedAt !== null,
    invited: isInvited(membership),
    canSignIn: canSignIn(user),
    admins,
    isSelf: ctx.actor.userId === own.userId,
  }
  return { membership: own, user, facts }
}

/** Writes the membership as the next version of the one that the actor has seen. */
export async function writeMembership(
  ctx: TxCtx,
  seen: { id: string; version: number },
  data: { role?: Role; endedAt?: Date | null },
) {
  const [written] = await ctx.tx.membership.updateManyAndReturn({
    where: { id: seen.id, projectId: projectOf(ctx), version: seen.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (!written) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
  return written
}
