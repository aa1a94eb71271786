import { authorise, permissionRefusals } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { countUpTo } from '@/lib/database/bounded-count'
import { foundOr404 } from '@/lib/errors'
import { dateToDay } from '@/lib/fields'
import type { Prisma } from '@/prisma/generated/client'

const named = { select: { id: true, name: true } } satisfies Prisma.SourceDefaultArgs
const parent = { select: { id: true, name: true, kind: true, role: true } } satisfies Prisma.SourceDefaultArgs
const person = { select: { id: true, name: true } } satisfies Prisma.UserDefaultArgs

/** One source of the project, merged ones too, and what the person may do with it. Throws `not-found`. */
export async function getSource(ctx: Ctx, id: string) {
  authorise('project:read', ctx.actor)
  const source = foundOr404(
    await ctx.db.source.findFirst({
      where: { id, projectId: projectOf(ctx) },
      include: { parent, mergedInto: named, article: { select: { id: true } } },
    }),
    'source',
  )
  const merged = source.mergedInto
    ? [{ key: 'source.mergedAway', values: { name: source.name, kept: source.mergedInto.name } }]
    : []
  const { actor } = ctx
  return {
    ...source,
    refusals: {
      edit: [...permissionRefusals('source:edit', actor), ...merged],
      judge: [...permissionRefusals('source:judge', actor), ...merged],
      merge: [
        ...permissionRefusals('source:merge', actor),
        ...merged,
        ...(source.kind === 'CONFIDENTIAL' ? [{ key: 'source.mergeConfidential' }] : []),
      ],
      undoMerge: permissionRefusals('source:undoMerge', actor),
    },
  }
}

export type SourceView = Awaited<ReturnType<typeof getSource>>

/** The judgements of a source's reliability, the latest first: those of sources merged into it too, under their names. */
export async function listReliability(ctx: Ctx, sourceId: string) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const family = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE family AS (
      SELECT "id" FROM "Source" WHERE "projectId" = ${projectId}::uuid AND "id" = ${sourceId}::uuid
      UNION
      SELECT s."id" FROM family f JOIN "Source" s ON s."projectId" = ${projectId}::uuid AND s."mergedIntoId" = f."id"
    ) SELECT "id" FROM family`
  const rows = await ctx.db.sourceReliability.findMany({
    where: { projectId, sourceId: { in: family.map(({ id }) => id) } },
    orderBy: [{ judgedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    include: { createdBy: person, source: named },
  })
  return rows.map(({ id, grade, reason, judgedOn, createdBy, source }) => ({
    ...{ id, grade, reason, createdBy },
    judgedOn: dateToDay(judgedOn) ?? '',
    /** The name under which it was judged, where that was merged into this one. */
    under: source.id === sourceId ? null : source.name,
  }))
}

export type Judgement = Awaited<ReturnType<typeof listReliability>>[number]

/** The merges that this source took part in, the latest first: as the one that was kept, or as the one that went. */
export async function listMerges(ctx: Ctx, sourceId: string) {
  authorise('project:read', ctx.actor)
  return ctx.db.sourceMerge.findMany({
    where: { projectId: projectOf(ctx), OR: [{ keptId: sourceId }, { droppedId: sourceId }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      createdAt: true,
      undoneAt: true,
      createdBy: person,
      undoneBy: person,
      kept: named,
      dropped: named,
    },
  })
}

const MOST_CHILDREN = 100

/** What belongs to a source: documents that it issued, outlets that it owns, voices of the institution; 100 at most. */
export async function listChildren(ctx: Ctx, sourceId: string) {
  authorise('project:read', ctx.actor)
  const where = { projectId: projectOf(ctx), parentId: sourceId, mergedIntoId: null }
  const [total, children] = await Promise.all([
    countUpTo((take) => ctx.db.source.count({ where, take })),
    ctx.db.source.findMany({
      where,
      orderBy: [{ kind: 'asc' }, { nameKey: 'asc' }, { id: 'asc' }],
      take: MOST_CHILDREN,
      select: { id: true, kind: true, name: true, role: true },
    }),
  ])
  return { total, children }
}
