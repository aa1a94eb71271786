import type { z } from 'zod'
import { parseInput } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { initialsOf, nameCore, nearDuplicates } from '@/lib/sources/near-duplicates'
import { aliasNear, hasAlias } from '@/lib/sources/queries/folded-sql'
import { type HitRow, hitColumns, hitOf, type SourceHit } from '@/lib/sources/queries/search-sources'
import { nearSourcesInput } from '@/lib/sources/schema'
import { Prisma, SourceKind } from '@/prisma/generated/client'

const NAMED = [SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT]
const MOST_CANDIDATES = 60
const MOST_SHOWN = 5

/** Of an acronym in lower case, the names of which it may be the initials: a cheap net, which the pure rule sifts. */
const initialsPattern = (core: string) => (/^\p{L}{2,6}$/u.test(core) ? `${[...core].join('%')}%` : null)

/**
 * Sources that may be meant by a name which somebody is about to give, whatever their kind of named source, the nearest
 * first, at most 5. Voices that a text does not name are told apart by what they are, not by their words: none for them.
 */
export async function findNearSources(ctx: Ctx, raw: z.input<typeof nearSourcesInput>): Promise<SourceHit[]> {
  authorise('project:read', ctx.actor)
  const { name, kind, except } = parseInput(nearSourcesInput, raw)
  const core = nameCore(name ?? '')
  if (!name || !core || !NAMED.some((each) => each === kind)) return []
  const pattern = initialsPattern(core)
  const initials = initialsOf(name)
  const from = (condition: Prisma.Sql) => Prisma.sql`(
    SELECT ${hitColumns}, similarity(s."nameKey", ${core}) AS near
    FROM "Source" s LEFT JOIN "Source" parent ON parent."id" = s."parentId"
    WHERE s."projectId" = ${projectOf(ctx)}::uuid AND s."mergedIntoId" IS NULL
      AND s."kind"::text = ANY(${NAMED}) AND s."id" IS DISTINCT FROM ${except ?? null}::uuid AND ${condition}
    ORDER BY near DESC, s."id" LIMIT ${MOST_CANDIDATES})`
  const nets = [
    // Each can use the trigram index of names by itself, which an OR of them would not.
    Prisma.sql`s."nameKey" % ${core}`,
    Prisma.sql`${core} <% s."nameKey"`,
    aliasNear(core),
    ...(pattern ? [Prisma.sql`s."nameKey" LIKE ${pattern}`] : []),
    ...(initials ? [Prisma.sql`(s."nameKey" = ${initials} OR ${hasAlias(initials)})`] : []),
  ]
  const rows = await ctx.db.$queryRaw<HitRow[]>`${Prisma.join(nets.map(from), ' UNION ALL ')}`
  const hits = [...new Map(rows.map((row) => [row.id, hitOf(row)])).values()]
  return nearDuplicates(name, hits).slice(0, MOST_SHOWN)
}
