import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { projectOf, type TxCtx } from '@/lib/context'
import { foundOr404, refuseIf } from '@/lib/errors'
import { importBatchId } from '@/lib/ids'
import { MAX_RECEIVED_BYTES, receiveFilesInput, startBatchInput } from '@/lib/import/schema'
import { askForJob } from '@/lib/queue/commands/ask-for-job'

/** The batch within the actor's project, held until the transaction's end. Throws `not-found`. */
export async function loadBatch(ctx: TxCtx, id: string) {
  await ctx.tx.$queryRaw`
    SELECT 1 FROM "ImportBatch" WHERE "id" = ${id}::uuid AND "projectId" = ${projectOf(ctx)}::uuid FOR UPDATE`
  return foundOr404(await ctx.tx.importBatch.findFirst({ where: { id, projectId: projectOf(ctx) } }), 'importBatch')
}

/** Says that so many files come together; they follow, some with each request. */
export const startBatch = command('importBatch:start', startBatchInput, async (ctx, { id, expected }) => {
  authorise('article:import', ctx.actor)
  const made = { id, projectId: projectOf(ctx), expected, askedById: ctx.actor.userId, createdAt: ctx.now }
  await ctx.tx.importBatch.create({ data: made })
  return { result: { id }, entityId: id, after: { expected } }
})

const TOO_BIG = [{ key: 'import.fileTooBig' }]

/**
 * Keeps some of many files as they came, and has them read in the background. What is sent twice is kept once. Refused once the batch
 * was cancelled or taken back.
 */
export const receiveFiles = command('importBatch:receive', receiveFilesInput, async (ctx, { id, files }) => {
  authorise('article:import', ctx.actor)
  const batch = await loadBatch(ctx, id)
  refuseIf('refused', batch.cancelledAt || batch.undoneAt ? [{ key: 'import.batchEnded' }] : [])
  const { count } = await ctx.tx.importFile.createMany({
    data: files.map(({ bytes, size, ...file }) => ({
      ...{ ...file, batchId: id, projectId: batch.projectId },
      size: bytes?.byteLength ?? Math.max(size, MAX_RECEIVED_BYTES + 1),
      bytes: bytes && Uint8Array.from(bytes),
      ...(bytes ? {} : { state: 'FAILED' as const, reasons: TOO_BIG }),
    })),
    skipDuplicates: true,
  })
  await askForJob(ctx, 'import:read', { batchId: importBatchId.parse(id) })
  return { result: { id, count }, entityId: id, after: { files: files.map(({ fileName }) => fileName) } }
})
