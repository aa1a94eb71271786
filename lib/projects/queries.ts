import { isInForce } from '@/lib/auth/membership-in-force'
import { authorise, holds, PERMISSIONS, permissionRefusals } from '@/lib/auth/permissions'
import { findLinkMails } from '@/lib/auth/queries/link-mail'
import { type Ctx, projectOf } from '@/lib/context'
import { bounded } from '@/lib/database/bounded-count'
import { byName } from '@/lib/lists/name-order'
import {
  canSignIn,
  endRefusals,
  invitationRefusals,
  isInvited,
  type MembershipFacts,
  restoreRefusals,
  setRoleRefusals,
} from '@/lib/projects/membership'
import { countInHand } from '@/lib/projects/queries/in-hand'

/** The project's verdict scale, in its order. */
export async function listRatings(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  return ctx.db.rating.findMany({
    where: { projectId: projectOf(ctx) },
    orderBy: { position: 'asc' },
    select: { id: true, key: true, labelFr: true, labelEn: true, value: true, colour: true, position: true },
  })
}

const AT_WORK = ['OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW'] as const

/**
 * Everybody who is or was a member, those in force first and by name, with what they have to do and why the actor may not
 * change them. A bounded number of queries.
 */
export async function listMembers(ctx: Ctx) {
  authorise('project:read', ctx.actor)
  const rows = await ctx.db.membership.findMany({ where: { projectId: projectOf(ctx) }, include: { user: true } })
  rows.sort(
    (one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null) || byName(one.user, other.user),
  )
  const open = await countInHand(
    ctx.db,
    projectOf(ctx),
    rows.map(({ userId }) => userId),
    AT_WORK,
  )
  const mails = await findLinkMails(
    ctx,
    projectOf(ctx),
    holds(PERMISSIONS['user:invite'], ctx.actor) ? rows.filter(isInvited).map(({ userId }) => userId) : [],
  )
  const admins = rows.filter((row) => row.role === 'ADMIN' && isInForce(row) && canSignIn(row.user)).length
  return rows.map((row) => {
    const { id, version, role, createdAt, endedAt, user } = row
    const facts: MembershipFacts = {
      role,
      ended: endedAt !== null,
      invited: isInvited(row),
      canSignIn: canSignIn(user),
      admins,
      isSelf: user.id === ctx.actor.userId,
    }
    const invitation = { ended: facts.ended, invited: facts.invited, disabled: user.disabledAt !== null }
    return {
      id,
      version,
      role,
      since: createdAt,
      endedAt,
      state: memberState(facts, user),
      user: { id: user.id, name: user.name, email: user.email, isOwner: user.isOwner },
      isSelf: facts.isSelf,
      /** How far the mail with the invitation has come; null where there is none that could still be used. */
      mail: (facts.invited && mails.get(user.id)) || null,
      openAssignments: open.get(user.id) ?? bounded(0),
      refusals: {
        // Whatever role below admin: the same reasons speak against each.
        setRole: [...permissionRefusals('membership:setRole', ctx.actor), ...setRoleRefusals(facts, 'VIEWER')],
        end: [...permissionRefusals('membership:end', ctx.actor), ...endRefusals(facts)],
        restore: [...permissionRefusals('membership:restore', ctx.actor), ...restoreRefusals(facts)],
        link: [...permissionRefusals('user:invite', ctx.actor), ...invitationRefusals(invitation)],
      },
    }
  })
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number]
export type MemberState = Member['state']

function memberState({ ended, invited }: MembershipFacts, user: { disabledAt: Date | null }) {
  if (ended) return 'ended' as const
  if (user.disabledAt !== null) return 'disabled' as const
  return invited ? ('invited' as const) : ('active' as const)
}
