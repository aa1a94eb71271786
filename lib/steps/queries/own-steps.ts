import { chainsIn, ownerOf } from '@/lib/attributions/kept-chain'
import { authorise } from '@/lib/auth/permissions'
import { claimState } from '@/lib/claims/claim-state'
import { type Ctx, personOf, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { factStepKind, isOwnEntity, OWN_STEPS, stepKind } from '@/lib/steps/own-step'
import type { AuditEntry } from '@/prisma/generated/client'

type Which = { articleId: string; claimId?: string | undefined; entryId?: string | undefined }

/** What one has done oneself, in one article: all that can be undone is read from the history, and so survives a reload. */
const ownIn = (ctx: Ctx, articleId: string) => ({ projectId: projectOf(ctx), articleId, actorId: personOf(ctx) })

/** The actor's last step in an article that still stands; what they did again is a step as well. */
export const findStepToUndo = (ctx: Ctx, db: Tx, { articleId, claimId, entryId }: Which): Promise<AuditEntry | null> =>
  db.auditEntry.findFirst({
    where: {
      ...ownIn(ctx, articleId),
      action: { in: [...OWN_STEPS, 'claim:redo'] },
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
  const last = await db.auditEntry.findFirst({ where: { ...own, action: { in: [...OWN_STEPS] } }, orderBy: order })
  if (!last) return null
  const where = { ...own, action: 'claim:undo', undone: null, sequence: { gt: last.sequence } }
  return db.auditEntry.findFirst({ where, orderBy: order })
}

/** As much of a wording as a line of a menu has room for. */
const MOST_WORDS = 60

/** The claim that a row is about; of what was given to several, the first. */
async function claimOf(ctx: Ctx, row: AuditEntry) {
  const id = row.claimId ?? [...chainsIn(row.after), ...chainsIn(row.before)].map(ownerOf).find((owner) => owner)
  if (!id) return null
  return ctx.db.claim.findFirst({ where: { id, projectId: projectOf(ctx) }, select: { number: true, wording: true } })
}

function kindOf(row: AuditEntry, isUndoing: boolean) {
  // Doing again what was undone goes from what the undoing left back to what it took away.
  const [from, to] = isUndoing ? [row.after, row.before] : [row.before, row.after]
  if (isOwnEntity(row.entity)) return factStepKind(row.entity, from, to)
  const [before, after] = [from === null ? null : claimState.parse(from), to === null ? null : claimState.parse(to)]
  return after ? stepKind(before, after) : 'delete'
}

async function named(ctx: Ctx, row: AuditEntry | null, isUndoing: boolean) {
  const claim = row && (await claimOf(ctx, row))
  if (!claim) return null
  const wording = Array.from(claim.wording).slice(0, MOST_WORDS).join('')
  return {
    kind: kindOf(row, isUndoing),
    number: claim.number,
    wording: wording === claim.wording ? wording : `${wording}…`,
  }
}

/** What undoing and redoing would do next, for the labels of their buttons. */
export async function nextOwnSteps(ctx: Ctx, articleId: string) {
  authorise('project:read', ctx.actor)
  const [undo, redo] = await Promise.all([
    findStepToUndo(ctx, ctx.db, { articleId }),
    findStepToRedo(ctx, ctx.db, articleId),
  ])
  const [undoing, redoing] = await Promise.all([named(ctx, undo, false), named(ctx, redo, true)])
  return { undo: undoing, redo: redoing }
}
export type OwnSteps = Awaited<ReturnType<typeof nextOwnSteps>>
