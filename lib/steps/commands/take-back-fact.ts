import { z } from 'zod'
import type { TxCtx } from '@/lib/context'
import { asKept, notKept, refuseUnlessAsLeft } from '@/lib/steps/commands/as-left'
import type { AuditEntry } from '@/prisma/generated/client'

export type KeptRow = Record<string, unknown>
type Seen = { id: string; claimId: string; version: number }
type Asked = { version: number | null }
type Written = {
  entityId: string
  articleId: string
  claimId: string
  before: unknown
  after: unknown
}

/** A kind of thing that is one row of a claim's: how it is read back from the history, and by which rules it is written. */
export type FactKind<Input extends Asked> = {
  columns: readonly string[]
  /** What would be asked for to save this; null where the rules of today refuse it. */
  inputOf: (row: KeptRow) => Input | null
  find: (ctx: TxCtx, id: string) => Promise<unknown>
  /** `former`: the row as it was kept, where it comes back after it was taken away. */
  write: (ctx: TxCtx, input: Input, former: KeptRow | null) => Promise<Written>
  takeOff: (ctx: TxCtx, seen: Seen) => Promise<Written>
}

const isRow = z.record(z.string(), z.unknown())
const seen = z.object({ id: z.uuid(), claimId: z.uuid(), version: z.int() })

/** Puts a thing of this kind from what a step left to what was before it, by the rules by which it is saved and taken off. */
export function takeFactBack<Input extends Asked>(kind: FactKind<Input>) {
  const read = (kept: unknown) => {
    if (kept === null) return null
    const row = isRow.safeParse(kept).data
    const input = row && kind.columns.every((column) => column in row) ? kind.inputOf(row) : null
    if (!row || !input) throw notKept()
    return { row, input, ...seen.parse(row) }
  }
  const content = (side: ReturnType<typeof read>) => JSON.stringify(side && { ...side.input, version: null })
  return async (ctx: TxCtx, step: AuditEntry): Promise<Written> => {
    const [to, from] = [read(step.before), read(step.after)]
    const now = read(asKept(await kind.find(ctx, step.entityId)))
    await refuseUnlessAsLeft(ctx, step, step.entityId, content(now) === content(from))
    if (to) {
      const former = { ...to.row, version: to.version + 1 }
      return kind.write(ctx, { ...to.input, version: now?.version ?? null }, now ? null : former)
    }
    if (!now) throw notKept()
    return kind.takeOff(ctx, { id: now.id, claimId: now.claimId, version: now.version })
  }
}
