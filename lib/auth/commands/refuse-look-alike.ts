import { lookAlikeRefusals } from '@/lib/auth/look-alike'
import type { TxCtx } from '@/lib/context'
import { type Reason, refuseIf } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

/** Names are compared one after the other: of two people who become each other’s twin at once, the second sees the first. */
const takeTurn = (ctx: TxCtx) => ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('names', 0))`

/** The same told to somebody who did not choose the name. */
const asOfAnother = ({ key, values }: Reason, own: string, path?: string): Reason => ({
  key: key === 'auth.nameTaken' ? 'auth.theirNameTaken' : 'auth.theirNameLetters',
  values: { ...values, own },
  ...(path ? { path } : {}),
})

/** Who stands beside a person by name. An owner of the installation acts in no project and in all: beside them stands everybody. */
async function colleaguesOf(ctx: TxCtx, projects: readonly string[], userId?: string, isOwner = false) {
  const beside: Prisma.UserWhereInput = {
    OR: [{ memberships: { some: { projectId: { in: [...projects] } } } }, { isOwner: true }],
  }
  const colleagues = await ctx.tx.user.findMany({
    where: { ...(userId ? { id: { not: userId } } : {}), ...(isOwner ? {} : beside) },
    select: { name: true },
  })
  return colleagues.map((colleague) => colleague.name)
}

/**
 * Throws `refused` when a name reads as that of a colleague, past or present: in `projectId`, or without it in all the projects of
 * `userId`; when an owner of the installation chooses it, as that of anybody. The history says who did what by name. Whoever has such a name already keeps it. Asked last: after it nobody else’s row is
 * locked. `theirs`: the actor is somebody else, who cannot change the name; with the field that they have named the person in.
 */
export async function refuseLookAlike(
  ctx: TxCtx,
  person: { name: string; userId?: string; projectId?: string; theirs?: { path?: string } },
) {
  const { name, userId, projectId, theirs } = person
  await takeTurn(ctx)
  const own =
    userId && !projectId ? await ctx.tx.membership.findMany({ where: { userId }, select: { projectId: true } }) : []
  const projects = projectId ? [projectId] : own.map((membership) => membership.projectId)
  const isOwner = userId && !theirs && (await ctx.tx.user.count({ where: { id: userId, isOwner: true } })) > 0
  const others = await colleaguesOf(ctx, projects, userId, Boolean(isOwner))
  const reasons = lookAlikeRefusals(name, others)
  refuseIf('refused', theirs ? reasons.map((reason) => asOfAnother(reason, name, theirs.path)) : reasons)
}
