import { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { pagesOf } from '@/lib/database/pages'
import { foundOr404, type Reason } from '@/lib/errors'
import { importBatchView } from '@/lib/import/schema'
import type { ImportState } from '@/prisma/generated/enums'

const FILES_PER_PAGE = 100
const SHOWN_BATCHES = 5

const reasonsIn = z.array(z.custom<Reason>()).nullable()

export type BatchCounts = Record<ImportState, number> & { received: number }

type CountRow = { batchId: string; state: ImportState; count: number }

/** How many files of each state the batches have: of two thousand files each at most. */
async function countsOf({ db }: Ctx, ids: readonly string[]): Promise<(id: string) => BatchCounts> {
  const rows = await db.$queryRaw<CountRow[]>`
    SELECT "batchId"::text, "state"::text, count(*)::int AS "count" FROM "ImportFile"
    WHERE "batchId" = ANY(${ids}::uuid[]) GROUP BY 1, 2`
  return (id) => {
    const counts = { WAITING: 0, SAVED: 0, DOUBTFUL: 0, KNOWN: 0, FAILED: 0, CANCELLED: 0, UNDONE: 0, received: 0 }
    for (const { batchId, state, count } of rows) {
      if (batchId !== id) continue
      counts[state] = count
      counts.received += count
    }
    return counts
  }
}

const askedBy = { askedBy: { select: { id: true, name: true } } } as const

/** The project's last few batches of files, the newest first. */
export async function listImportBatches(ctx: Ctx) {
  authorise('article:import', ctx.actor)
  const batches = await ctx.db.importBatch.findMany({
    where: { projectId: projectOf(ctx) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_BATCHES,
    include: askedBy,
  })
  const countOf = await countsOf(
    ctx,
    batches.map(({ id }) => id),
  )
  return batches.map((batch) => ({ ...batch, counts: countOf(batch.id) }))
}
export type ImportBatchItem = Awaited<ReturnType<typeof listImportBatches>>[number]

/** A batch with what has become of its files, a page of 100 of them, all or those of one state. Throws `not-found`. */
export async function getImportBatch(ctx: Ctx, raw: z.input<typeof importBatchView>) {
  authorise('article:import', ctx.actor)
  const { id, state, page } = parseInput(importBatchView, raw)
  const where = { id, projectId: projectOf(ctx) }
  const batch = foundOr404(await ctx.db.importBatch.findFirst({ where, include: askedBy }), 'importBatch')
  const [countOf, files, misread, retriable] = await Promise.all([
    countsOf(ctx, [id]),
    ctx.db.importFile.findMany({
      where: { batchId: id, ...(state ? { state } : {}) },
      orderBy: { position: 'asc' },
      skip: (page - 1) * FILES_PER_PAGE,
      take: FILES_PER_PAGE,
      select: {
        ...{ id: true, fileName: true, size: true, state: true, reasons: true, title: true },
        article: { select: { id: true, title: true, archivedAt: true } },
      },
    }),
    ctx.db.importFile.findFirst({
      where: { batchId: id, state: 'DOUBTFUL', reasons: { array_contains: [{ key: 'import.lookMisread' }] } },
      select: { id: true },
    }),
    ctx.db.importFile.findFirst({
      where: { batchId: id, state: 'FAILED', bytes: { not: null } },
      select: { id: true },
    }),
  ])
  const counts = countOf(id)
  const shown = state ? counts[state] : counts.received
  return {
    ...batch,
    counts,
    files: files.map(({ reasons, ...file }) => ({ ...file, reasons: reasonsIn.parse(reasons) ?? [] })),
    /** Some of those that wait for somebody's word were misread before they came here. */
    hasMisread: misread !== null,
    mayRetry: retriable !== null,
    // Of two thousand files at most, every page has its number.
    pages: pagesOf({ page }, { count: shown, more: false }, FILES_PER_PAGE, {
      last: undefined,
      goesOn: shown > page * FILES_PER_PAGE,
    }),
  }
}
export type ImportBatchDetails = Awaited<ReturnType<typeof getImportBatch>>
export type ImportFileView = ImportBatchDetails['files'][number]
