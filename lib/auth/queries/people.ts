import { disableRefusals } from '@/lib/auth/account'
import { resetRefusals } from '@/lib/auth/link-grounds'
import { isInForce } from '@/lib/auth/membership-in-force'
import { authorise } from '@/lib/auth/permissions'
import { findLinkMails } from '@/lib/auth/queries/link-mail'
import type { Ctx } from '@/lib/context'
import { byName } from '@/lib/lists/name-order'

/** The owners of the installation who can sign in, by name: whom to ask for what only they may. */
export async function listOwners(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorise('project:read', ctx.actor)
  const where = { isOwner: true, disabledAt: null, passwordHash: { not: null } }
  return (await ctx.db.user.findMany({ where, select: { id: true, name: true } })).sort(byName)
}

/** Everybody who has an account on this installation or is invited, by name, with their projects and why no reset link is made for them and they are not disabled. */
export async function listPeople(ctx: Ctx) {
  authorise('installation:read', ctx.actor)
  const rows = await ctx.db.user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      isOwner: true,
      disabledAt: true,
      passwordHash: true,
      createdAt: true,
      memberships: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { role: true, joinedAt: true, endedAt: true, project: { select: { id: true, name: true } } },
      },
    },
  })
  const mails = await findLinkMails(
    ctx,
    null,
    rows.map(({ id }) => id),
  )
  const owners = rows.filter((each) => each.isOwner && !each.disabledAt && each.passwordHash !== null).length
  return rows.sort(byName).map(({ passwordHash, disabledAt, memberships, ...person }) => {
    const isSelf = person.id === ctx.actor.userId
    const facts = { isSelf, hasPassword: passwordHash !== null, disabled: disabledAt !== null }
    return {
      ...person,
      isSelf,
      disabledAt,
      /** How far the mail with a new password has come; null where no link is out. */
      mail: mails.get(person.id) ?? null,
      state: facts.disabled ? ('disabled' as const) : facts.hasPassword ? ('active' as const) : ('invited' as const),
      projects: memberships
        .filter(({ endedAt }) => endedAt === null)
        .map((each) => ({ ...each.project, role: each.role, invited: !isInForce(each) })),
      refusals: {
        resetLink: resetRefusals(facts),
        disable: disableRefusals({ ...facts, isOwner: person.isOwner, owners }),
      },
    }
  })
}
export type Person = Awaited<ReturnType<typeof listPeople>>[number]
