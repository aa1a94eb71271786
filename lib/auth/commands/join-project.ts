import { command } from '@/lib/audit/record'
import { tellOfLink } from '@/lib/auth/commands/link-notices'
import { spendLink } from '@/lib/auth/commands/one-time-link'
import { asHolder, joinByLink } from '@/lib/auth/commands/set-password-by-link'
import { joinProjectInput } from '@/lib/auth/schema'
import { personOf } from '@/lib/context'
import { DomainError } from '@/lib/errors'

const join = command('user:joinProject', joinProjectInput, async (ctx, input) => {
  const link = await spendLink(ctx, 'JOIN', input.token)
  const membership = await joinByLink(ctx, link)
  await tellOfLink(ctx, 'USED', link)
  return {
    result: { projectId: membership.projectId },
    entityId: membership.userId,
    projectId: membership.projectId,
    after: { membership, linkId: link.id },
  }
})

/**
 * Somebody who has an account takes up the invitation to one more project: signed in, and with the link of that project. Neither suffices
 * alone. Throws `refused` for another person's link, and for one that does not work (any more).
 */
export const joinProject: typeof join = async (ctx, input) => {
  const me = personOf(ctx)
  const holder = await asHolder(ctx, 'JOIN', input.token)
  if (holder.actor.userId !== me) throw new DomainError('refused', [{ key: 'auth.linkOtherPerson' }])
  return join(holder, input)
}
