import type { TxCtx } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import type { AuditEntry } from '@/prisma/generated/client'

/** What the history keeps of a thing, as it is kept: through JSON text. */
export const asKept = (row: unknown): unknown => (row ? JSON.parse(JSON.stringify(row)) : null)

/** A row from before all that a thing holds today was kept: nobody can say what it was. */
export const notKept = () => new DomainError('refused', [{ key: 'claim.notKept' }])

/** Refuses to put something back that is not as the step left it: names whoever has changed it since, where somebody has. */
export async function refuseUnlessAsLeft(ctx: TxCtx, step: AuditEntry, entityId: string, isAsLeft: boolean) {
  if (isAsLeft) return
  const later = await ctx.tx.auditEntry.findFirst({
    where: {
      ...{ projectId: step.projectId, entityId, sequence: { gt: step.sequence } },
      ...{ undone: null, action: { not: 'claim:undo' } },
    },
    orderBy: { sequence: 'desc' },
    include: { actor: { select: { name: true } } },
  })
  if (!later) throw new DomainError('refused', [{ key: 'claim.notAsLeft' }])
  if (later.actorId === step.actorId) throw new DomainError('refused', [{ key: 'claim.laterStep' }])
  throw new DomainError('refused', [{ key: 'claim.changedSince', values: { name: later.actor?.name ?? '?' } }])
}
