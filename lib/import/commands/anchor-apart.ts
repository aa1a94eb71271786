import { type Ctx, projectOf } from '@/lib/context'
import { anchorSpans } from '@/lib/import/anchor-spans'
import type { TextRange } from '@/lib/text/code-points'
import { runApart, task } from '@/lib/threads/run-apart'

const anchoring = task('lib/import/anchor-spans', 'anchorSpans', anchorSpans)

const PATIENCE = 60_000

/**
 * Where the passages of an article's claims, as its present version has them, stand exactly in a new text: by span. Before
 * anything is locked, as it may take its time.
 */
export async function anchorApart(ctx: Ctx, articleId: string, text: string) {
  const projectId = projectOf(ctx)
  const present = await ctx.db.articleVersion.findFirst({
    where: { articleId, projectId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  if (!present) return new Map<string, TextRange | null>()
  const spans = await ctx.db.span.findMany({
    where: { versionId: present.id, projectId, claimSpan: { claim: { deletedAt: null } } },
    select: { id: true, start: true, end: true, exact: true, prefix: true, suffix: true },
  })
  // Every passage is sought in the whole text.
  return runApart(anchoring, [spans, text], { size: text.length * Math.max(1, spans.length), patience: PATIENCE })
}
