import type { Sentence } from '@/lib/copies/queries/find-candidates'
import type { Db } from '@/lib/db'
import { groupBy } from '@/lib/lists/group-by'
import { indexText } from '@/lib/text/code-points'

// PostgreSQL unpacks a text for each piece that is taken of it, and counts its characters from the beginning: for more
// pieces than these of one version, the whole text is the smaller answer.
const FEW = 8
/** So many whole texts are in memory at once. */
const AT_ONCE = 20

/** The words of sentences, by sentence. */
export async function wordsOfSentences(
  db: Db,
  projectId: string,
  sentences: readonly Sentence[],
): Promise<Map<bigint, string>> {
  const all = new Map(sentences.map((sentence) => [sentence.id, sentence]))
  const byText = groupBy([...all.values()], ({ versionId, evidenceId }) => versionId ?? evidenceId ?? '')
  const isWhole = (group: readonly Sentence[]) => group.length > FEW && group[0]?.versionId != null
  const groups = [...byText.values()]
  const words = new Map<bigint, string>()
  const pieces = groups.filter((group) => !isWhole(group)).flatMap((group) => group.map(({ id }) => id))
  if (pieces.length > 0) {
    const rows = await db.$queryRaw<{ id: bigint; words: string }[]>`
      SELECT p."id", substr(coalesce(v."text", e."quote"), p."start" + 1, p."end" - p."start") AS "words"
      FROM "Passage" p
      LEFT JOIN "ArticleVersion" v ON v."id" = p."versionId"
      LEFT JOIN "Evidence" e ON e."id" = p."evidenceId"
      WHERE p."id" = ANY (${pieces}::bigint[]) AND p."projectId" = ${projectId}::uuid`
    for (const row of rows) words.set(row.id, row.words)
  }
  const whole = groups.filter(isWhole).map((group) => group[0]?.versionId ?? '')
  for (let from = 0; from < whole.length; from += AT_ONCE) {
    const versions = await db.articleVersion.findMany({
      where: { id: { in: whole.slice(from, from + AT_ONCE) }, projectId },
      select: { id: true, text: true },
    })
    for (const version of versions) {
      const index = indexText(version.text)
      for (const { id, start, end } of byText.get(version.id) ?? []) words.set(id, index.slice(start, end))
    }
  }
  return words
}
