import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditAction, TAKES_TURNS } from '@/lib/audit/entries'
import { hashInput, isOtherInput } from '@/lib/audit/input-hash'
import { actorNow } from '@/lib/auth/queries/actor-now'
import { type Actor, type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { authSecret, authSecrets } from '@/lib/env'
import { DomainError, type Reason } from '@/lib/errors'
import { commandId, newId } from '@/lib/ids'
import { askForRecount } from '@/lib/queue/commands/ask-for-recount'
import type { AuditEntry, Prisma } from '@/prisma/generated/client'

/** What a command's work gives back: its answer, and what the audit log keeps of it. */
export type Done<Result> = {
  result: Result
  entityId: string
  /** What the row is about, where the command is about several kinds of things. */
  entity?: (typeof AUDIT_ACTIONS)[AuditAction]
  articleId?: string | null
  claimId?: string | null
  /** Whole states before and after, anything that JSON can hold (dates become ISO texts). */
  before?: unknown
  after?: unknown
  reason?: string | null
  undoesId?: string | null
  /** Default: the actor's project. Null: it is the installation's business and no project's. */
  projectId?: string | null
}

type AuditRow = Omit<Done<Prisma.InputJsonValue>, 'projectId'> & {
  commandId: string
  projectId: string | null
  actorId: string | null
  inputHash: string | null
  at: Date
}

const asJson = (value: unknown): Prisma.InputJsonValue | undefined =>
  // Through JSON text, so that what is kept is what can be read back: dates as ISO texts, nothing undefined.
  value === undefined || value === null ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue)

const reasonOf = (issue: z.core.$ZodIssue): Reason => {
  const custom = /^[a-z][A-Za-z.]*$/.test(issue.message) ? issue.message : 'invalidField'
  const path = issue.path.map(String).join('.')
  const values = issue.code === 'too_big' ? { max: Number(issue.maximum) } : undefined
  return {
    key: custom,
    ...(path ? { path } : {}),
    ...(values ? { values } : {}),
  }
}

/** Parses input at the edge. Throws `invalid` with one reason per field that is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new DomainError('invalid', parsed.error.issues.map(reasonOf))
  return parsed.data
}

const columnsOf = (action: AuditAction, row: AuditRow) => ({
  id: newId(),
  commandId: row.commandId,
  projectId: row.projectId,
  actorId: row.actorId,
  action,
  entity: row.entity ?? AUDIT_ACTIONS[action],
  entityId: row.entityId,
  articleId: row.articleId ?? null,
  claimId: row.claimId ?? null,
  before: asJson(row.before),
  after: asJson(row.after),
  reason: row.reason ?? null,
  undoesId: row.undoesId ?? null,
  inputHash: row.inputHash,
  result: asJson(row.result) ?? {},
  at: row.at,
})

const writeRow = (tx: Tx, action: AuditAction, row: AuditRow) => tx.auditEntry.create({ data: columnsOf(action, row) })

/**
 * Records, within the caller's transaction, what is done to many things at once: a row for each, so that each has its own history. The
 * ids of the commands are new ones: whoever asked for all of it has a command of their own.
 */
export async function recordForEach(
  { tx, actor, now }: TxCtx,
  action: AuditAction,
  rows: readonly { entityId: string; articleId?: string; before?: unknown; after?: unknown }[],
): Promise<void> {
  const common = { projectId: actor.projectId, actorId: actor.userId, inputHash: null, result: {}, at: now }
  await tx.auditEntry.createMany({
    data: rows.map((row) => columnsOf(action, { ...common, ...row, commandId: newId() })),
  })
}

/** Records, within the caller's transaction, what is no command of a client and no project's: signing in and out, failing to. */
export const recordEntry = (
  tx: Tx,
  action: AuditAction,
  event: { entityId: string; actorId: string | null; at: Date; after?: unknown },
) => writeRow(tx, action, { ...event, commandId: newId(), projectId: null, inputHash: null, result: {} })

const envelope = z.object({ commandId })

/** What a caller passes: the command's own input, and the command id that makes a repetition harmless. */
export type CommandInput<Schema extends z.ZodType> = z.input<Schema> & {
  commandId: string
}

/** What takes its time, and needs no lock: done before the transaction begins. Its rules are asked again within. */
type Prepare<Schema extends z.ZodType, Prepared> = (ctx: Ctx, input: z.output<Schema>) => Promise<Prepared>

/** A repetition is answered to the same actor, who asks the same in the same project: everybody else learns nothing of what was. */
function answerAgain<Result>(earlier: AuditEntry, action: AuditAction, actor: Actor, asked: unknown): Result {
  const same = earlier.action === action && earlier.actorId === actor.userId
  if (!same || isOtherInput(earlier.inputHash, authSecrets(), asked))
    throw new DomainError('conflict', [{ key: 'commandIdReused' }])
  // It is this command's own answer, written below by `command` itself.
  return earlier.result as Result
}

/**
 * The one shape of a write: parse, (prepare,) transaction, work (load in the project, authorise, rule, write), audit.
 * The change, its audit row and the counting that it makes needed live or die together. A command id seen before answers what it answered then.
 * What the actor may is read in that transaction and stays so until its end: whoever ends a membership, lowers a role or disables a
 * person meanwhile waits for it, or came first.
 */
export function command<Schema extends z.ZodType, Result extends Prisma.InputJsonValue, Prepared = null>(
  action: AuditAction,
  schema: Schema,
  work: (ctx: TxCtx, input: z.output<Schema>, prepared: Prepared) => Promise<Done<Result>>,
  // Where nothing is prepared, nothing is what `work` gets: Prepared is null then.
  prepare: Prepare<Schema, Prepared> = async () => null as Prepared,
) {
  return async (ctx: Ctx, raw: CommandInput<Schema>): Promise<Result> => {
    const id = parseInput(envelope, raw).commandId
    const input = parseInput(schema, raw)
    const prepared = await prepare(ctx, input)
    return inTransaction(ctx, async (txCtx) => {
      await txCtx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`
      const actor = await actorNow(txCtx.tx, ctx.actor, TAKES_TURNS[action])
      const asked = { action, projectId: AUDIT_ACTIONS[action] === 'project' ? null : actor.projectId, input }
      const earlier = await txCtx.tx.auditEntry.findUnique({
        where: { commandId: id },
      })
      if (earlier) return answerAgain<Result>(earlier, action, actor, asked)
      const done = await work({ ...txCtx, actor }, input, prepared)
      await writeRow(txCtx.tx, action, {
        ...done,
        commandId: id,
        projectId: done.projectId === undefined ? actor.projectId : done.projectId,
        actorId: actor.userId,
        inputHash: hashInput(authSecret(), asked),
        at: ctx.now,
      })
      await askForRecount(txCtx)
      return done.result
    })
  }
}
