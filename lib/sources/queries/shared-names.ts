import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import type { SourceKind } from '@/prisma/generated/client'

const MOST_SHOWN = 50

type SharingSource = { id: string; name: string; kind: SourceKind }
/** Two sources of one kind that are called the same when folded, though both were there before it was found out. */
export type SharedName = { one: SharingSource; other: SharingSource }

/** The pairs that may be one source each, at most 50: the older one first. */
export async function listSharedNames(ctx: Ctx): Promise<SharedName[]> {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const rows = await ctx.db.$queryRaw<{ kind: SourceKind; id: string; name: string; oneId: string; oneName: string }[]>`
    SELECT s."kind"::text AS "kind", s."id", s."name", o."id" AS "oneId", o."name" AS "oneName"
    FROM "Source" s JOIN "Source" o ON o."projectId" = s."projectId" AND o."kind" = s."kind" AND o."nameKey" = s."nameKey"
      AND o."mergedIntoId" IS NULL AND NOT o."sharesName"
    WHERE s."projectId" = ${projectId}::uuid AND s."sharesName" AND s."mergedIntoId" IS NULL
    ORDER BY s."nameKey", s."createdAt", s."id" LIMIT ${MOST_SHOWN}`
  return rows.map(({ kind, id, name, oneId, oneName }) => ({
    one: { id: oneId, name: oneName, kind },
    other: { id, name, kind },
  }))
}
