import { type ComparedSentence, comparedSentences, type TextReading } from '@/lib/articles/text-reading'
import type { Tx } from '@/lib/db'
import { FOLDING } from '@/lib/text/fold'

type Of = { versionId: string } | { evidenceId: string }

// By hand: of a long text there are tens of thousands, and building so many rows would keep everybody waiting.
async function insertSentences(tx: Tx, projectId: string, of: Of, sentences: readonly ComparedSentence[]) {
  const versionId = 'versionId' in of ? of.versionId : null
  const evidenceId = 'evidenceId' in of ? of.evidenceId : null
  const starts = sentences.map(({ start }) => start)
  const ends = sentences.map(({ end }) => end)
  const prints = sentences.map((sentence) => `{${sentence.prints.join()}}`)
  await tx.$executeRaw`
    INSERT INTO "Passage" ("projectId", "versionId", "evidenceId", "start", "end", "prints", "folding")
    SELECT ${projectId}::uuid, ${versionId}::uuid, ${evidenceId}::uuid, s."start", s."end", s."prints"::int[], ${FOLDING}
    FROM unnest(${starts}::int[], ${ends}::int[], ${prints}::text[]) AS s("start", "end", "prints")`
}

/** Takes away what was read of a text by an earlier folding. */
async function dropEarlier(tx: Tx, of: Of & { projectId: string }) {
  const where = { ...of, folding: { lt: FOLDING } }
  if ('versionId' in where) await tx.textReading.deleteMany({ where })
  await tx.fingerprintedSentence.deleteMany({ where })
}

/**
 * Keeps what was read of a version's text, within the caller's command. It has no reading yet, or one of an earlier folding, or the one
 * that is there stays.
 */
export async function keepReading(tx: Tx, projectId: string, versionId: string, reading: TextReading): Promise<void> {
  const { words, paragraphStarts, sentences } = reading
  await dropEarlier(tx, { projectId, versionId })
  const written = await tx.$executeRaw`
    INSERT INTO "TextReading" ("versionId", "projectId", "words", "paragraphStarts", "folding")
    VALUES (${versionId}::uuid, ${projectId}::uuid, ${words}, ${paragraphStarts}::int[], ${FOLDING})
    ON CONFLICT DO NOTHING`
  // A version from before there were readings may have its sentences already.
  const known =
    written > 0 && (await tx.fingerprintedSentence.findFirst({ where: { projectId, versionId }, select: { id: true } }))
  if (written > 0 && !known) await insertSentences(tx, projectId, { versionId }, sentences)
}

/**
 * Writes the sentences of a quote that stands only in an evidence item, within the caller's command. It has none yet, or those of an
 * earlier folding.
 */
export async function writeQuoteSentences(tx: Tx, projectId: string, evidenceId: string, quote: string) {
  await dropEarlier(tx, { projectId, evidenceId })
  await insertSentences(tx, projectId, { evidenceId }, comparedSentences(quote))
}

/** Takes the quotes of evidence items out of the comparison. */
export async function removeQuoteSentences(tx: Tx, projectId: string, evidenceIds: readonly string[]): Promise<void> {
  await tx.fingerprintedSentence.deleteMany({ where: { projectId, evidenceId: { in: [...evidenceIds] } } })
}
