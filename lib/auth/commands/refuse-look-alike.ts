import { lookAlikeRefusals } from '@/lib/auth/look-alike'
import type { TxCtx } from '@/lib/context'
import { type Reason, refuseIf } from '@/lib/errors'

/** Names are compared one after the other: of two people who become each other’s twin at once, the second sees the first. */
const takeTurn = (ctx: TxCtx) => ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('names', 0))`

/** The same told to somebody who did not choose the name. */
const asOfAnother = ({ key, values }: Reason, own: string, path?: string): Reason => ({
  key: key === 'auth.nameTaken' ? 'auth.theirNameTaken' : 'auth.theirNameLetters',
  values: { ...values, own },
  ...(path ? { path } : {}),
})

/**
 * Throws `refused` when a name reads as that of a colleague, past or present: in `projectId`, or without it in all the projects of
 * `userId`. The history says who did what by name. Whoever has such a name already keeps it. Asked last: after it nobody else’s row is
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
  const colleagues = await ctx.tx.user.findMany({
    where: {
      ...(userId ? { id: { not: userId } } : {}),
      OR: [{ memberships: { some: { projectId: { in: projects } } } }, { isOwner: true }],
    },
    select: { name: true },
  })
  const others = colleagues.map((colleague) => colleague.name)
  const reasons = lookAlikeRefusals(name, others)
  refuseIf('refused', theirs ? reasons.map((reason) => asOfAnother(reason, name, theirs.path)) : reasons)
}
