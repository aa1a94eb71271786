import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { worldDateFrom } from '@/lib/fields'
import { isCalledGovernment } from '@/lib/sources/governments'
import type { PartFacts } from '@/lib/sources/parts'
import type { Prisma } from '@/prisma/generated/client'

const named = { select: { id: true, name: true, isGovernment: true } } satisfies Prisma.SourceDefaultArgs
const parts = {
  include: { source: named, whole: named, createdBy: { select: { id: true, name: true } } },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
} satisfies Prisma.SourcePartFindManyArgs

type PartRow = Prisma.SourcePartGetPayload<typeof parts>

const periodOf = (row: Omit<PartRow, 'source' | 'whole' | 'createdBy'>) => ({
  since: worldDateFrom(row.sinceVerbatim, row.sinceEarliest, row.sinceLatest, row.sincePrecision, null),
  until: worldDateFrom(row.untilVerbatim, row.untilEarliest, row.untilLatest, row.untilPrecision, null),
})

const viewOf = (row: PartRow) => ({
  ...{ id: row.id, source: row.source, reason: row.reason, by: row.createdBy, at: row.createdAt },
  // Nothing is folded into a government: said so, or called so.
  whole: { ...row.whole, isGovernment: row.whole.isGovernment ?? isCalledGovernment(row.whole.name) },
  ...periodOf(row),
})

const MOST = 200

/** What an organisation is part of, what is part of it, and whether the person may say so; 200 of each at most. */
export async function listParts(ctx: Ctx, sourceId: string) {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), removedAt: null }
  const [wholes, own] = await Promise.all([
    ctx.db.sourcePart.findMany({ ...parts, where: { ...where, sourceId }, take: MOST }),
    ctx.db.sourcePart.findMany({ ...parts, where: { ...where, wholeId: sourceId }, take: MOST }),
  ])
  const { actor } = ctx
  return {
    wholes: wholes.map(viewOf),
    parts: own.map(viewOf),
    refusals: {
      set: permissionRefusals('source:setPart', actor),
      remove: permissionRefusals('source:removePart', actor),
    },
  }
}

export type PartView = Awaited<ReturnType<typeof listParts>>['wholes'][number]

/** What only the database knows of two sources of which one is to be part of the other. */
export async function partFacts(tx: Tx, projectId: string, partId: string, wholeId: string): Promise<PartFacts> {
  const [found] = await tx.$queryRaw<{ isWithin: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT ${wholeId}::uuid AS "id"
      UNION
      SELECT p."wholeId" FROM up JOIN "SourcePart" p ON p."sourceId" = up."id"
      WHERE p."projectId" = ${projectId}::uuid AND p."removedAt" IS NULL
    ) SELECT EXISTS (SELECT 1 FROM up WHERE "id" = ${partId}::uuid) AS "isWithin"`
  const rows = await tx.sourcePart.findMany({
    where: { projectId, sourceId: partId, removedAt: null },
    include: { whole: { select: { id: true, name: true } } },
  })
  return {
    isWithin: found?.isWithin ?? false,
    standing: rows.map((row) => ({ whole: row.whole, ...periodOf(row) })),
  }
}
