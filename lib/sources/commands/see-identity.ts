import { type CommandInput, command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { identityKeys } from '@/lib/env'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { unsealIdentityOf } from '@/lib/sources/commands/sealed-identity'
import { seeIdentityInput } from '@/lib/sources/confidential'

/**
 * Who a confidential source is, for an editor; the look is in the log, what was seen is not. The identity takes a way of
 * its own around the command, whose answer the log keeps: so a repeated command id finds the look and is told nothing
 * (`refused`). Throws `refused` as well when no identity is stored, or when another key sealed it.
 */
export async function seeIdentity(ctx: Ctx, raw: CommandInput<typeof seeIdentityInput>): Promise<{ identity: string }> {
  const seen: { identity?: string } = {}
  const look = command('source:seeIdentity', seeIdentityInput, async (tx, { id, lookId }) => {
    authorise('source:seeIdentity', tx.actor)
    const where = { sourceId: id, projectId: projectOf(tx) }
    const { sealed } = foundOr404(await tx.tx.confidentialIdentity.findFirst({ where }), 'source')
    refuseIf('refused', sealed.length > 0 ? [] : [{ key: 'source.identityMissing' }])
    seen.identity = unsealIdentityOf(id, sealed, identityKeys())
    return { result: { lookId }, entityId: id }
  })
  await look(ctx, raw)
  if (seen.identity === undefined) throw new DomainError('refused', [{ key: 'source.lookRepeated' }])
  return { identity: seen.identity }
}
