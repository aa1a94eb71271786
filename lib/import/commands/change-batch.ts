import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { personOf, type TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { importBatchId } from '@/lib/ids'
import { loadBatch } from '@/lib/import/commands/receive-files'
import { acceptFilesInput, importBatchInput } from '@/lib/import/schema'
import { askForJob } from '@/lib/queue/commands/ask-for-job'
import { Prisma } from '@/prisma/generated/client'

/** Has what waits again read for whoever asks for it now. */
async function askAgain(ctx: TxCtx, id: string) {
  await ctx.tx.importBatch.update({ where: { id }, data: { askedById: personOf(ctx) } })
  await askForJob(ctx, 'import:read', { batchId: importBatchId.parse(id) })
}

const WAITING = { state: 'WAITING', reasons: Prisma.DbNull } as const

/** Reads once more what could not be read. What is an article already is not touched. Answers how many files. */
export const retryFiles = command('importBatch:retry', importBatchInput, async (ctx, { id }) => {
  authorise('article:import', ctx.actor)
  const batch = await loadBatch(ctx, id)
  refuseIf('refused', batch.undoneAt ? [{ key: 'import.batchEnded' }] : [])
  const failed = { batchId: id, state: 'FAILED', bytes: { not: null } } as const
  const { count } = await ctx.tx.importFile.updateMany({ where: failed, data: WAITING })
  refuseIf('refused', count === 0 ? [{ key: 'import.nothingToRetry' }] : [])
  await askAgain(ctx, id)
  return { result: { count }, entityId: id, after: { count } }
})

/** Takes in files of which letters may be wrong: somebody has looked at what is said of them. Answers how many. */
export const acceptFiles = command('importBatch:accept', acceptFilesInput, async (ctx, { id, files, mend }) => {
  authorise('article:import', ctx.actor)
  const batch = await loadBatch(ctx, id)
  refuseIf('refused', batch.undoneAt ? [{ key: 'import.batchEnded' }] : [])
  const { count } = await ctx.tx.importFile.updateMany({
    where: { batchId: id, state: 'DOUBTFUL', ...(files ? { id: { in: files } } : {}) },
    data: { ...WAITING, accepted: true, mend },
  })
  refuseIf('refused', count === 0 ? [{ key: 'import.nothingToAccept' }] : [])
  await askAgain(ctx, id)
  return { result: { count }, entityId: id, after: { count, files, mend } }
})

/** Lets go of all files that are no articles yet: what waits, and what waits for somebody's word. Answers how many. */
export async function dropWaiting(ctx: TxCtx, id: string): Promise<number> {
  const { tx } = ctx
  const dropped = { state: 'CANCELLED', bytes: null, reasons: Prisma.DbNull } as const
  const { count } = await tx.importFile.updateMany({
    where: { batchId: id, state: { in: ['WAITING', 'DOUBTFUL'] } },
    data: dropped,
  })
  // Nobody reads these again.
  await tx.importFile.updateMany({ where: { batchId: id, state: 'FAILED' }, data: { bytes: null } })
  // Which waited until all were in.
  await askForJob(ctx, 'import:readTexts', { batchId: importBatchId.parse(id) })
  return count
}

/** Takes nothing more in of a batch; what is in stays. Answers how many files were let go. */
export const cancelBatch = command('importBatch:cancel', importBatchInput, async (ctx, { id }) => {
  authorise('article:import', ctx.actor)
  const batch = await loadBatch(ctx, id)
  refuseIf('refused', batch.cancelledAt || batch.undoneAt ? [{ key: 'import.batchEnded' }] : [])
  const count = await dropWaiting(ctx, id)
  await ctx.tx.importBatch.update({ where: { id }, data: { cancelledAt: ctx.now } })
  return { result: { count }, entityId: id, after: { count } }
})
