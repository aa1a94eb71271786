import { type Ctx, projectOf } from '@/lib/context'
import { runApart, task } from '@/lib/threads/run-apart'
import { type AnchoredInText, anchorInText } from '@/lib/versions/anchor-in-text'
import { type CurrentSpan, currentSpans } from '@/lib/versions/queries/current-spans'

const anchoring = task('lib/versions/anchor-in-text', 'anchorInText', anchorInText)

const PATIENCE = 120_000

export type Anchored = AnchoredInText & { presentId: string | null; spans: CurrentSpan[] }

/**
 * Where all that stands in an article's texts stands in a new one. Before anything is locked, and in a thread, as it may take its time.
 * Of an article that is not there nothing stands anywhere.
 */
export async function anchorApart(ctx: Ctx, articleId: string, text: string): Promise<Anchored> {
  const projectId = projectOf(ctx)
  const versions = await ctx.db.articleVersion.findMany({
    where: { articleId, projectId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  const presentId = versions.at(-1)?.id ?? null
  const spans = await currentSpans(ctx.db, projectId, articleId)
  const standsOn = new Set([...spans.map(({ versionId }) => versionId), ...(presentId ? [presentId] : [])])
  const texts = await ctx.db.articleVersion.findMany({
    where: { projectId, id: { in: [...standsOn] } },
    orderBy: { number: 'asc' },
    select: { id: true, text: true },
  })
  const asked = spans.map(({ id, versionId, start, end, exact, prefix, suffix }) => ({
    ...{ id, versionId, start, end, exact, prefix, suffix },
  }))
  const size = texts.reduce((sum, each) => sum + each.text.length, text.length)
  const found = await runApart(anchoring, [asked, texts, text], { size, patience: PATIENCE })
  return { ...found, presentId, spans }
}
