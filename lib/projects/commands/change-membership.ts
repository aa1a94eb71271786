import { command } from '@/lib/audit/record'
import { endLinksOf } from '@/lib/auth/commands/end-links'
import { refuseLookAlike } from '@/lib/auth/commands/refuse-look-alike'
import { authorise } from '@/lib/auth/permissions'
import { refuseIf } from '@/lib/errors'
import { loadMembership, writeMembership } from '@/lib/projects/commands/load-membership'
import { endRefusals, restoreRefusals, setRoleRefusals } from '@/lib/projects/membership'
import { endMembershipInput, restoreMembershipInput, setRoleInput } from '@/lib/projects/schema'

/** Gives a member another role. Refused for the last admin, and for taking one's own admin role away. */
export const setRole = command('membership:setRole', setRoleInput, async (ctx, input) => {
  authorise('membership:setRole', ctx.actor)
  const { membership, facts } = await loadMembership(ctx, input.id)
  refuseIf('refused', setRoleRefusals(facts, input.role))
  const after = await writeMembership(ctx, input, { role: input.role })
  await endLinksOf(ctx, { membership, role: input.role })
  return { result: { id: after.id, version: after.version }, entityId: after.id, before: membership, after }
})

/** Ends a membership: from their next request on the person has no part in the project. What they did stays, and what is assigned to them too. */
export const endMembership = command('membership:end', endMembershipInput, async (ctx, input) => {
  authorise('membership:end', ctx.actor)
  const { membership, facts } = await loadMembership(ctx, input.id)
  refuseIf('refused', endRefusals(facts))
  const after = await writeMembership(ctx, input, { endedAt: ctx.now })
  await endLinksOf(ctx, { membership, role: null })
  return { result: { id: after.id, version: after.version }, entityId: after.id, before: membership, after }
})

/** Takes somebody back, in the role that they had. */
export const restoreMembership = command('membership:restore', restoreMembershipInput, async (ctx, input) => {
  authorise('membership:restore', ctx.actor)
  const { membership, user, facts } = await loadMembership(ctx, input.id)
  refuseIf('refused', restoreRefusals(facts))
  await refuseLookAlike(ctx, { name: user.name, userId: user.id, projectId: membership.projectId, theirs: {} })
  const after = await writeMembership(ctx, input, { endedAt: null })
  if (membership.joinedAt) await endLinksOf(ctx, { joined: membership })
  return { result: { id: after.id, version: after.version }, entityId: after.id, before: membership, after }
})
