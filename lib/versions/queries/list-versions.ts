import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { foundOr404 } from '@/lib/errors'

const facts = {
  ...{ id: true, number: true, codePoints: true, fileName: true, createdAt: true, wordsAdded: true, wordsGone: true },
  ...{ fetchedFrom: true, fetchedAt: true },
  createdBy: { select: { id: true, name: true } },
} as const

/**
 * The texts that an article has had, the newest first: who brought each, when, what it changed, and how much of what stood on
 * earlier ones was found in it and settled. Throws `not-found`.
 */
export async function listVersions(ctx: Ctx, articleId: string) {
  authorise('project:read', ctx.actor)
  const projectId = projectOf(ctx)
  const article = foundOr404(
    await ctx.db.article.findFirst({
      where: { id: articleId, projectId },
      select: {
        ...{ id: true, title: true, archivedAt: true, originUrl: true },
        versions: { orderBy: { number: 'desc' }, select: facts },
      },
    }),
    'article',
  )
  const counts = await ctx.db.anchoring.groupBy({
    by: ['versionId', 'state', 'outcome'],
    where: { projectId, articleId, kind: { not: 'EVIDENCE' }, claim: { deletedAt: null } },
    _count: true,
  })
  const { versions, ...rest } = article
  return {
    ...rest,
    versions: versions.map((version) => {
      const of = counts.filter(({ versionId }) => versionId === version.id)
      const sum = (holds: (row: (typeof of)[number]) => boolean) =>
        of.filter(holds).reduce((all, { _count }) => all + _count, 0)
      return {
        ...version,
        exact: sum(({ outcome }) => outcome === 'EXACT'),
        other: sum(({ outcome }) => outcome !== 'EXACT'),
        letGo: sum(({ state }) => state === 'LET_GO'),
      }
    }),
  }
}

export type VersionList = Awaited<ReturnType<typeof listVersions>>
