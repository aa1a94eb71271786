import type { Db } from '@/lib/db'
import { type Candidate, findCandidates, type Printed, type Sentence } from '@/lib/passages/queries/find-candidates'
import { NEAR_VERBATIM, nearVerbatim } from '@/lib/text/near-verbatim'

/** Two sentences of different texts that are near-verbatim the same. */
export type SentenceMatch = Candidate & { similarity: number }

async function wordsOf(db: Db, projectId: string, sentences: readonly Sentence[]): Promise<Map<bigint, string>> {
  const ids = [...new Set(sentences.map(({ id }) => id))]
  const rows = await db.$queryRaw<{ id: bigint; words: string }[]>`
    SELECT p."id", substr(coalesce(v."text", e."quote"), p."start" + 1, p."end" - p."start") AS "words"
    FROM "Passage" p
    LEFT JOIN "ArticleVersion" v ON v."id" = p."versionId"
    LEFT JOIN "Evidence" e ON e."id" = p."evidenceId"
    WHERE p."id" = ANY (${ids}::bigint[]) AND p."projectId" = ${projectId}::uuid`
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** What stands near-verbatim in other texts of the project, sentence by sentence. A fixed number of queries per 250. */
export async function findMatches(db: Db, projectId: string, mine: readonly Printed[]): Promise<SentenceMatch[]> {
  const candidates = await findCandidates(db, projectId, mine)
  if (candidates.length === 0) return []
  const words = await wordsOf(
    db,
    projectId,
    candidates.flatMap((each) => [each.mine, each.other]),
  )
  return candidates
    .map((each) => ({
      ...each,
      similarity: nearVerbatim(words.get(each.mine.id) ?? '', words.get(each.other.id) ?? ''),
    }))
    .filter(({ similarity }) => similarity >= NEAR_VERBATIM)
}
