import type { Db, Tx } from '@/lib/db'

/** A sentence of a compared text: of a version, or of an item's quote; `id` is its Sentence. */
export type Sentence = {
  id: bigint
  versionId: string | null
  evidenceId: string | null
  articleId: string | null
  /** When its article came in. */
  since: Date | null
  start: number
  end: number
}

/** A sentence of a text, and one of another text that has enough prints in common with it to be looked at. */
export type SentencePair = { mine: Sentence; other: Sentence }

export type Printed = Sentence & { prints: number[] }

const IN_TIME = { timeout: 30_000, maxWait: 10_000 }

/** So many sentences are looked up at once: the index merges the prints of all of them. */
const AT_ONCE = 250
/** The most sentences of other texts that one sentence is compared with: those with the most prints in common. */
const MOST = 60
/** A copy of which every fifth word was changed keeps about so many of its prints. */
const LEAST_SHARED = 0.1
/** Of a stock phrase's print no more sentences are looked at: sentences are found by their rarer ones. */
const MOST_OF_PRINT = 250

/** Sentences that have any of these prints: of the latest texts of articles in use, and of quotes in force. */
const holdersOf = (tx: Tx, projectId: string, prints: readonly number[]) => tx.$queryRaw<Printed[]>`
  SELECT p."id", p."versionId", p."evidenceId", v."articleId", a."createdAt" AS "since", p."start", p."end", p."prints"
  FROM (
    SELECT DISTINCT held."id"
    FROM unnest(${[...prints]}::int[]) AS print
    CROSS JOIN LATERAL (
      SELECT "id" FROM (
        -- A fence: the index of prints is the way in, not that of projects.
        SELECT "id", "projectId" FROM "Passage" WHERE "prints" @> ARRAY[print] OFFSET 0) any_project
      WHERE "projectId" = ${projectId}::uuid LIMIT ${MOST_OF_PRINT}) held
  ) hit
  JOIN "Passage" p ON p."id" = hit."id"
  LEFT JOIN "ArticleVersion" v ON v."id" = p."versionId"
  LEFT JOIN "Article" a ON a."id" = v."articleId"
  LEFT JOIN "Evidence" e ON e."id" = p."evidenceId"
  LEFT JOIN "Claim" c ON c."id" = e."claimId"
  WHERE p."projectId" = ${projectId}::uuid
    AND CASE WHEN p."versionId" IS NULL THEN e."withdrawnAt" IS NULL AND e."spanId" IS NULL AND c."deletedAt" IS NULL
      ELSE a."archivedAt" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "ArticleVersion" later WHERE later."articleId" = v."articleId" AND later."number" > v."number") END`

// The planner takes any print for a common one, and would rather read the whole table.
const lookUp = (db: Db, projectId: string, prints: readonly number[]) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return holdersOf(tx, projectId, prints)
  }, IN_TIME)

function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function pairsOf(mine: readonly Printed[], others: readonly Printed[]): SentencePair[] {
  const holders = new Map<number, Printed[]>()
  for (const sentence of mine) for (const print of sentence.prints) addTo(holders, print, sentence)
  const found = new Map<Printed, { other: Printed; shared: number }[]>()
  for (const other of others) {
    const shared = new Map<Printed, number>()
    for (const print of other.prints)
      for (const sentence of holders.get(print) ?? []) shared.set(sentence, (shared.get(sentence) ?? 0) + 1)
    for (const [sentence, count] of shared) {
      if (other.articleId === sentence.articleId) continue
      if (count < LEAST_SHARED * Math.min(sentence.prints.length, other.prints.length)) continue
      addTo(found, sentence, { other, shared: count })
    }
  }
  return [...found].flatMap(([sentence, matches]) =>
    matches
      .sort((a, b) => b.shared - a.shared || Number(a.other.id - b.other.id))
      .slice(0, MOST)
      .map(({ other }) => ({ mine: sentence, other })),
  )
}

/**
 * Sentences of other texts that may be near-verbatim those of these versions, by the index of prints: one query for so
 * many sentences.
 */
export async function findCandidates(db: Db, projectId: string, mine: readonly Printed[]): Promise<SentencePair[]> {
  if (mine.length === 0) return []
  const found: SentencePair[] = []
  for (let from = 0; from < mine.length; from += AT_ONCE) {
    const sentences = mine.slice(from, from + AT_ONCE)
    const prints = new Set(sentences.flatMap((sentence) => sentence.prints))
    found.push(...pairsOf(sentences, await lookUp(db, projectId, [...prints])))
  }
  return found
}

/** The sentences of these versions that can be compared, in order. */
export const sentencesOfVersions = (tx: Tx, projectId: string, versionIds: readonly string[]) => tx.$queryRaw<
  Printed[]
>`
  SELECT p."id", p."versionId", p."evidenceId", v."articleId", a."createdAt" AS "since", p."start", p."end", p."prints"
  FROM "Passage" p
  JOIN "ArticleVersion" v ON v."id" = p."versionId"
  JOIN "Article" a ON a."id" = v."articleId"
  WHERE p."versionId" = ANY (${[...versionIds]}::uuid[]) AND p."projectId" = ${projectId}::uuid
    AND p."prints" <> '{}'
  ORDER BY p."versionId", p."start"`
