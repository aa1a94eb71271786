import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditAction } from '@/lib/audit/events'
import { type Ctx, inTransaction, type TxCtx } from '@/lib/context'
import { DomainError, type Reason } from '@/lib/errors'
import { commandId, newId } from '@/lib/ids'
import type { Prisma } from '@/prisma/generated/client'

/** What a command's work gives back: its answer, and what the audit log keeps of it. */
export type Done<Result> = {
  result: Result
  entityId: string
  articleId?: string | null
  claimId?: string | null
  /** Whole states before and after, anything that JSON can hold (dates become ISO texts). */
  before?: unknown
  after?: unknown
  reason?: string | null
  undoesId?: string | null
  /** Only where the actor has no project yet (creating one). */
  projectId?: string | null
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

const envelope = z.object({ commandId })

/** What a caller passes: the command's own input, and the command id that makes a repetition harmless. */
export type CommandInput<Schema extends z.ZodType> = z.input<Schema> & {
  commandId: string
}

/** What takes its time, and needs no lock: done before the transaction begins. Its rules are asked again within. */
type Prepare<Schema extends z.ZodType, Prepared> = (ctx: Ctx, input: z.output<Schema>) => Promise<Prepared>

/**
 * The one shape of a write: parse, (prepare,) transaction, work (load in the project, authorise, rule, write), audit.
 * The change and its audit row live or die together. A command id seen before answers what it answered then.
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
      const earlier = await txCtx.tx.auditEvent.findUnique({
        where: { commandId: id },
      })
      if (earlier) {
        const same = earlier.action === action && earlier.actorId === ctx.actor.userId
        if (!same) throw new DomainError('conflict', [{ key: 'commandIdReused' }])
        // It is this command's own answer, written below by this very function.
        return earlier.result as Result
      }
      const done = await work(txCtx, input, prepared)
      await txCtx.tx.auditEvent.create({
        data: {
          id: newId(),
          commandId: id,
          projectId: done.projectId ?? ctx.actor.projectId,
          actorId: ctx.actor.userId,
          action,
          entity: AUDIT_ACTIONS[action],
          entityId: done.entityId,
          articleId: done.articleId ?? null,
          claimId: done.claimId ?? null,
          before: asJson(done.before),
          after: asJson(done.after),
          reason: done.reason ?? null,
          undoesId: done.undoesId ?? null,
          result: asJson(done.result) ?? {},
          at: ctx.now,
        },
      })
      return done.result
    })
  }
}
