import { z } from 'zod'
import { personOf, projectOf, type TxCtx } from '@/lib/context'
import { type PassingSource, passingSource } from '@/lib/sources/schema'

/**
 * Takes away those of these sources that were made in passing, along with a chain, and to which nothing refers any more: nothing
 * is left behind by what is taken back. One that somebody has changed since, or refers to at this moment, stays. For other
 * domains' commands, after they have taken the reference away: their audit row tells of what went, which is answered.
 */
export async function discardSources(ctx: TxCtx, ids: readonly string[]): Promise<PassingSource[]> {
  if (ids.length === 0) return []
  const [row] = await ctx.tx.$queryRaw<{ gone: unknown }[]>`
    SELECT discard_sources(${projectOf(ctx)}::uuid, ${[...ids]}::uuid[], ${personOf(ctx)}::uuid, ${ctx.now}::timestamptz)
      AS "gone"`
  return z.array(passingSource).parse(row?.gone)
}
