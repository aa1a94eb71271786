import { type ComparedSentence, comparedSentences, type TextReading } from '@/lib/articles/text-reading'
import type { Tx } from '@/lib/db'

type Of = { versionId: string } | { evidenceId: string }

// By hand: of a long text there are tens of thousands, and building so many rows would keep everybody waiting.
async function insertSentences(tx: Tx, projectId: string, of: Of, sentences: readonly ComparedSentence[]) {
  const versionId = 'versionId' in of ? of.versionId : null
  const evidenceId = 'evidenceId' in of ? of.evidenceId : null
  const starts = sentences.map(({ start }) => start)
  const ends = sentences.map(({ end }) => end)
  const prints = sentences.map((sentence) => `{${sentence.prints.join()}}`)
  await tx.$executeRaw`
    INSERT INTO "Passage" ("projectId", "versionId", "evidenceId", "start", "end", "prints")
    SELECT ${projectId}::uuid, ${versionId}::uuid, ${evidenceId}::uuid, s."start", s."end", s."prints"::int[]
    FROM unnest(${starts}::int[], ${ends}::int[], ${prints}::text[]) AS s("start", "end", "prints")`
}

/** Keeps what was read of a version's text, within the caller's command. It has no reading yet, or the one that is there stays. */
export async function keepReading(tx: Tx, projectId: string, versionId: string, reading: TextReading): Promise<void> {
  const { words, paragraphStarts, sentences } = reading
  const written = await tx.$executeRaw`
    INSERT INTO "TextReading" ("versionId", "projectId", "words", "paragraphStarts")
    VALUES (${versionId}::uuid, ${projectId}::uuid, ${words}, ${paragraphStarts}::int[])
    ON CONFLICT DO NOTHING`
  // A version from before there were readings has its sentences already.
  const known =
    written > 0 && (await tx.fingerprintedSentence.findFirst({ where: { projectId, versionId }, select: { id: true } }))
  if (written > 0 && !known) await insertSentences(tx, projectId, { versionId }, sentences)
}

/** Writes the sentences of a quote that stands only in an evidence item, within the caller's command. It has none yet. */
export const writeQuoteSentences = (tx: Tx, projectId: string, evidenceId: string, quote: string) =>
  insertSentences(tx, projectId, { evidenceId }, comparedSentences(quote))

/** Takes the quotes of evidence items out of the comparison. */
export async function removeQuoteSentences(tx: Tx, projectId: string, evidenceIds: readonly string[]): Promise<void> {
  await tx.fingerprintedSentence.deleteMany({ where: { projectId, evidenceId: { in: [...evidenceIds] } } })
}
