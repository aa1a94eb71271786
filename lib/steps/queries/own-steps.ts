import { authorise } from '@/lib/auth/permissions'
import { claimState } from '@/lib/claims/claim-state'
import { MARK_STEPS, stepKind } from '@/lib/steps/own-step'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { AuditEntry } from '@/prisma/generated/client'

type Which = { articleId: string; claimId?: string | undefined; entryId?: string | undefined }

/** What one has done oneself, in one article: all that can be undone is read from the history, and so survives a reload. */
const ownIn = (ctx: Ctx, articleId: string) => ({ projectId: projectOf(ctx), articleId, actorId: personOf(ctx) })

/** The actor's last step in an article that still stands; what they did again is a step as well. */
export const findStepToUndo = (ctx: Ctx, db: Tx, { articleId, claimId, entryId }: Which): Promise<AuditEntry | null> =>
  db.auditEntry.findFirst({
    where: {
      ...ownIn(ctx, articleId),
      action: { in: [...MARK_STEPS, 'claim:redo'] },
      undone: null,
      ...(claimId ? { claimId } : {}),
      ...(entryId ? { id: entryId } : {}),
    },
    orderBy: { sequence: 'desc' },
  })

/** The actor's last undoing that was not done again; none once they have done something else since. */
export async function findStepToRedo(ctx: Ctx, db: Tx, articleId: string): Promise<AuditEntry | null> {
  const own = ownIn(ctx, articleId)
  const order = { sequence: 'desc' } as const
  const last = await db.auditEntry.findFirst({ where: { ...own, action: { in: [...MARK_STEPS] } }, orderBy: order })
  if (!last) return null
  const where = { ...own, action: 'claim:undo', undone: null, sequence: { gt: last.sequence } }
  return db.auditEntry.findFirst({ where, orderBy: order })
}

function named(row: AuditEntry | null, isUndoing: boolean) {
  if (!row) return null
  const [before, after] = [row.before === null ? null : claimState.parse(row.before), claimState.parse(row.after)]
  // Doing again what was undone goes from what the undoing left back to what it took away.
  const kind = isUndoing && before ? stepKind(after, before) : stepKind(before, after)
  return { kind, number: after.number, wording: after.wording }
}

/** What undoing and redoing would do next, for the labels of their buttons. */
export async function nextOwnSteps(ctx: Ctx, articleId: string) {
  authorise('project:read', ctx.actor)
  const [undo, redo] = await Promise.all([
    findStepToUndo(ctx, ctx.db, { articleId }),
    findStepToRedo(ctx, ctx.db, articleId),
  ])
  return { undo: named(undo, false), redo: named(redo, true) }
}
export type OwnSteps = Awaited<ReturnType<typeof nextOwnSteps>>
