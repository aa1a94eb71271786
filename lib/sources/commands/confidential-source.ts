import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { roleNow } from '@/lib/auth/queries/actor-now'
import { projectOf, type TxCtx } from '@/lib/context'
import { DomainError, foundOr404, refuseIf } from '@/lib/errors'
import { sealingKey } from '@/lib/sources/commands/identity-key'
import { insertSource } from '@/lib/sources/commands/insert-source'
import { sealIdentityOf } from '@/lib/sources/commands/sealed-identity'
import { APPROVING_ROLES, addConfidentialInput, sealIdentityInput } from '@/lib/sources/confidential'
import { SourceKind } from '@/prisma/generated/enums'

const sealedOf = async (ctx: TxCtx, sourceId: string, identity: string | null) =>
  identity === null ? new Uint8Array() : sealIdentityOf(sourceId, identity, await sealingKey(ctx))

async function checkApprover(ctx: TxCtx, userId: string) {
  const role = await roleNow(ctx.tx, projectOf(ctx), userId)
  const mayApprove = APPROVING_ROLES.some((approving) => approving === role)
  refuseIf('invalid', mayApprove ? [] : [{ key: 'source.approverNotEditor', path: 'approvedById' }])
}

/** What is kept of a confidential source; `sealed` tells whether there is an identity, never which. */
const kept = (row: { sealed: Uint8Array; version: number }) => ({ ...row, sealed: row.sealed.length > 0 })

/** Adds a confidential source: a pseudonym, why it is unnamed, who approved its use, and its identity, sealed. */
export const addConfidentialSource = command('source:addConfidential', addConfidentialInput, async (ctx, input) => {
  authorise('source:addConfidential', ctx.actor)
  const { id, name, role, parentId, whyUnnamed, approvedById, identity } = input
  await checkApprover(ctx, approvedById)
  const source = await insertSource(ctx, {
    id,
    kind: SourceKind.CONFIDENTIAL,
    name,
    role,
    parentId,
    aliases: [],
    url: null,
  })
  const row = await ctx.tx.confidentialIdentity.create({
    data: {
      ...{ sourceId: id, projectId: projectOf(ctx), whyUnnamed, approvedById },
      sealed: await sealedOf(ctx, id, identity),
      approvedAt: ctx.now,
    },
  })
  return {
    result: { id, name: source.name, kind: source.kind, role: source.role },
    entityId: id,
    after: { ...source, confidential: kept(row) },
  }
})

/** Puts another identity in the place of the stored one, which is gone for good; `conflict` when a colleague did before. */
export const sealIdentity = command(
  'source:sealIdentity',
  sealIdentityInput,
  async (ctx, { id, version, identity }) => {
    authorise('source:sealIdentity', ctx.actor)
    const where = { sourceId: id, projectId: projectOf(ctx) }
    const before = foundOr404(await ctx.tx.confidentialIdentity.findFirst({ where }), 'source')
    const [after] = await ctx.tx.confidentialIdentity.updateManyAndReturn({
      where: { ...where, version },
      data: { sealed: await sealedOf(ctx, id, identity), version: { increment: 1 } },
    })
    if (!after) throw new DomainError('conflict', [{ key: 'changedMeanwhile' }])
    return { result: { id, version: after.version }, entityId: id, before: kept(before), after: kept(after) }
  },
)
