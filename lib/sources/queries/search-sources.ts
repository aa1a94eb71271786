import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { nameKey } from '@/lib/sources/name-key'
import { escaped, hasAlias, nameHolds } from '@/lib/sources/queries/folded-sql'
import { searchSourcesInput } from '@/lib/sources/schema'
import { Prisma, type SourceKind } from '@/prisma/generated/client'

export type SourceHit = {
  id: string
  kind: SourceKind
  name: string
  aliases: string[]
  role: string | null
  parent: { id: string; name: string } | null
}

export type HitRow = Omit<SourceHit, 'parent'> & { parentId: string | null; parentName: string | null }

export const hitOf = ({ parentId, parentName, id, kind, name, aliases, role }: HitRow): SourceHit => ({
  ...{ id, kind, name, aliases, role },
  parent: parentId && parentName ? { id: parentId, name: parentName } : null,
})

/** The columns of a hit; `s` is the source, `parent` its parent. */
export const hitColumns = Prisma.sql`s."id", s."kind"::text AS "kind", s."name", s."aliases", s."role", s."parentId",
  parent."name" AS "parentName"`

/**
 * The project's sources whose name or an alias holds the words, the nearest first: whole name or alias, beginning, beginning
 * of a word, anywhere (not for one or two letters). No words: the newest. At most `limit` (20 unless said, 50 at most). Sources merged into another are left
 * out: they are found by the other's aliases.
 */
export async function searchSources(
  ctx: Ctx,
  text: string,
  options: { kinds?: SourceKind[]; limit?: number } = {},
): Promise<SourceHit[]> {
  authorise('project:read', ctx.actor)
  const { kinds, limit, ...asked } = parseInput(searchSourcesInput, { text, ...options })
  const key = nameKey(asked.text ?? '')
  const pattern = escaped(key)
  const ofKinds = kinds.length > 0 ? Prisma.sql`AND s."kind"::text = ANY(${kinds})` : Prisma.empty
  const [held, order] = key
    ? [
        Prisma.sql`AND ${nameHolds(key)}`,
        Prisma.sql`CASE
          WHEN s."nameKey" = ${key} OR ${hasAlias(key)} THEN 0
          WHEN s."nameKey" LIKE ${`${pattern}%`} THEN 1
          WHEN s."nameKey" LIKE ${`% ${pattern}%`} THEN 2
          ELSE 3 END, s."nameKey" <> ${key}, s."nameKey", s."id"`,
      ]
    : // Ids are in the order of time, and indexed.
      [Prisma.empty, Prisma.sql`s."id" DESC`]
  const rows = await ctx.db.$queryRaw<HitRow[]>`
    SELECT ${hitColumns}
    FROM "Source" s LEFT JOIN "Source" parent ON parent."id" = s."parentId"
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."mergedIntoId" IS NULL ${ofKinds} ${held}
    ORDER BY ${order}
    LIMIT ${limit}`
  return rows.map(hitOf)
}
