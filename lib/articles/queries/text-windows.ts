import type { Tx } from '@/lib/db'
import { indexText } from '@/lib/text/code-points'

/** A part of a version's text, in code points; `to` may lie behind its end. */
export type TextWindow = { versionId: string; from: number; to: number }

// So many are cut out by the database, which opens the text for each; of more, the texts themselves are faster.
const CUT_THERE = 60

type TextCut = { at: number; text: string }

/** The words of these windows in their order, empty where there are none: of a few, without reading a text that may be of megabytes. */
export async function textWindows(tx: Tx, projectId: string, windows: readonly TextWindow[]): Promise<string[]> {
  if (windows.length === 0) return []
  if (windows.length > CUT_THERE) return cutHere(tx, projectId, windows)
  const rows = await tx.$queryRaw<TextCut[]>`
    SELECT w."at"::int, substr(v."text", w."from" + 1, w."to" - w."from") AS "text"
    FROM unnest(${windows.map((each) => each.versionId)}::uuid[], ${windows.map((each) => each.from)}::int[],
      ${windows.map((each) => each.to)}::int[]) WITH ORDINALITY AS w("versionId", "from", "to", "at")
    JOIN "ArticleVersion" v ON v."id" = w."versionId" AND v."projectId" = ${projectId}::uuid`
  const texts = new Map(rows.map(({ at, text }) => [at, text]))
  return windows.map((_, index) => texts.get(index + 1) ?? '')
}

async function cutHere(tx: Tx, projectId: string, windows: readonly TextWindow[]) {
  const ids = [...new Set(windows.map(({ versionId }) => versionId))]
  const where = { id: { in: ids }, projectId }
  const versions = await tx.articleVersion.findMany({ where, select: { id: true, text: true } })
  const texts = new Map(versions.map(({ id, text }) => [id, indexText(text)]))
  return windows.map(({ versionId, from, to }) => {
    const text = texts.get(versionId)
    return text?.slice(from, Math.min(text.length, to)) ?? ''
  })
}
