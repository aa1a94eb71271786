import { holds, PERMISSIONS } from '@/lib/auth/permissions'
import type { TxCtx } from '@/lib/context'
import type { Prisma, Role } from '@/prisma/generated/client'

/** What has changed, and so may be a ground that links rest on. */
export type EndedGround =
  /** The membership of somebody in a project has another role, or has ended. */
  | { membership: { userId: string; projectId: string }; role: Role | null }
  /** The account was disabled, or its password set. */
  | { account: string; isDisabled: boolean }
  /** Somebody has become a member of this project. */
  | { joined: { userId: string; projectId: string } }

const mayInvite = (role: Role | null) => role !== null && holds(PERMISSIONS['user:invite'], { role })

function linksWithGround(fallen: EndedGround): Prisma.OneTimeLinkWhereInput[] {
  if ('membership' in fallen) {
    const { userId, projectId } = fallen.membership
    const made = mayInvite(fallen.role) ? [] : [{ createdById: userId, projectId }]
    return [{ userId, projectId }, ...made]
  }
  if ('account' in fallen) {
    const { account, isDisabled } = fallen
    return [{ userId: account }, ...(isDisabled ? [{ createdById: account }] : [])]
  }
  const { userId, projectId } = fallen.joined
  // Joining needs the account's own password: what else it opens is no matter.
  const elsewhere = { OR: [{ projectId: null }, { projectId: { not: projectId } }], NOT: { reach: { has: projectId } } }
  return [{ userId, kind: { not: 'JOIN' }, ...elsewhere }]
}

/**
 * Ends for good the links that have just lost a ground, within the command that took it away: what comes back later opens nothing
 * again. Answers how many.
 */
export async function endLinksOf(ctx: TxCtx, fallen: EndedGround): Promise<number> {
  const { count } = await ctx.tx.oneTimeLink.updateMany({
    where: { usedAt: null, supersededAt: null, OR: linksWithGround(fallen) },
    data: { supersededAt: ctx.now },
  })
  return count
}
