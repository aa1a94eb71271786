import { IN_FORCE } from '@/lib/auth/membership-in-force'
import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { sourceId } from '@/lib/ids'
import { byName } from '@/lib/lists/name-order'
import { APPROVING_ROLES } from '@/lib/sources/confidential'

const LOGGED = ['source:addConfidential', 'source:sealIdentity', 'source:seeIdentity'] as const
const MOST_LOGGED = 50

/** Who looked at an identity, who stored and replaced it, the newest first. */
async function listLooks(ctx: Ctx, entityId: string) {
  const rows = await ctx.db.auditEntry.findMany({
    where: { entityId, projectId: projectOf(ctx), action: { in: [...LOGGED] } },
    orderBy: { sequence: 'desc' },
    take: MOST_LOGGED,
    select: { id: true, action: true, at: true, actor: { select: { name: true } } },
  })
  return rows.flatMap(({ action, ...row }) => {
    const logged = LOGGED.find((each) => each === action)
    return logged ? [{ ...row, action: logged }] : []
  })
}

/** What the desk may know of a confidential source: everything but who it is. Null for any other source. */
export async function findConfidential(ctx: Ctx, id: string) {
  authorise('project:read', ctx.actor)
  const asked = sourceId.safeParse(id).data
  if (!asked) return null
  const row = await ctx.db.confidentialIdentity.findFirst({
    where: { sourceId: asked, projectId: projectOf(ctx) },
    include: { approvedBy: { select: { name: true } } },
  })
  if (!row) return null
  const { sealed, version, whyUnnamed, approvedBy, approvedAt } = row
  return {
    ...{ sourceId: asked, version, whyUnnamed, approvedBy, approvedAt },
    hasIdentity: sealed.length > 0,
    looks: await listLooks(ctx, asked),
    refusals: {
      see: permissionRefusals('source:seeIdentity', ctx.actor),
      seal: permissionRefusals('source:sealIdentity', ctx.actor),
    },
  }
}

/** Members in force who may approve that a source stays unnamed, by name. */
export async function listApprovers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorise('source:addConfidential', ctx.actor)
  const rows = await ctx.db.membership.findMany({
    where: {
      projectId: projectOf(ctx),
      ...IN_FORCE,
      role: { in: [...APPROVING_ROLES] },
      user: { disabledAt: null },
    },
    select: { user: { select: { id: true, name: true } } },
  })
  return rows.map(({ user }) => user).sort(byName)
}
