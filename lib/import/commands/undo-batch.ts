import { command, recordForEach } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import type { TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { dropWaiting } from '@/lib/import/commands/change-batch'
import { loadBatch } from '@/lib/import/commands/receive-files'
import { importBatchInput } from '@/lib/import/schema'

type MadeArticle = { fileId: string; id: string; version: number; archived: boolean; isBuiltOn: boolean }

/** The articles that came with a batch, held; whether anything was built on them: claims, passages that serve as evidence, a later text. */
const articlesOf = ({ tx }: TxCtx, batchId: string) => tx.$queryRaw<MadeArticle[]>`
  SELECT f."id"::text AS "fileId", a."id"::text, a."version", a."archivedAt" IS NOT NULL AS "archived",
    EXISTS (SELECT 1 FROM "Claim" c WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "ArticleVersion" v WHERE v."articleId" = a."id" AND v."number" > 1)
      OR EXISTS (SELECT 1 FROM "ArticleVersion" v JOIN "Span" s ON s."versionId" = v."id"
        JOIN "Evidence" e ON e."spanId" = s."id" WHERE v."articleId" = a."id") AS "isBuiltOn"
  FROM "ImportFile" f JOIN "Article" a ON a."id" = f."articleId"
  WHERE f."batchId" = ${batchId}::uuid AND f."state" = 'SAVED' ORDER BY a."id" FOR UPDATE OF a`

/**
 * Takes a batch back as a whole: what waits is let go, and the articles that came with it go to the archive, but for those on which
 * something was built. Answers how many went and how many stay.
 */
export const undoBatch = command('importBatch:undo', importBatchInput, async (ctx, { id }) => {
  authorise('article:import', ctx.actor)
  authorise('article:archive', ctx.actor)
  const batch = await loadBatch(ctx, id)
  const articles = await articlesOf(ctx, id)
  const going = articles.filter(({ isBuiltOn }) => !isBuiltOn)
  refuseIf('refused', batch.undoneAt && going.length === 0 ? [{ key: 'import.batchEnded' }] : [])
  await dropWaiting(ctx, id)
  const standing = going.filter(({ archived }) => !archived)
  await ctx.tx.article.updateMany({
    where: { id: { in: standing.map((article) => article.id) } },
    data: { archivedAt: ctx.now, version: { increment: 1 } },
  })
  await recordForEach(
    ctx,
    'article:archive',
    standing.map(({ id: articleId, version }) => ({
      ...{ entityId: articleId, articleId },
      before: { id: articleId, version, archivedAt: null },
      after: { id: articleId, version: version + 1, archivedAt: ctx.now },
    })),
  )
  await ctx.tx.importFile.updateMany({
    where: { id: { in: going.map(({ fileId }) => fileId) } },
    data: { state: 'UNDONE' },
  })
  await ctx.tx.importBatch.update({ where: { id }, data: { undoneAt: ctx.now } })
  const result = { undone: going.length, kept: articles.length - going.length }
  return { result, entityId: id, after: result }
})
