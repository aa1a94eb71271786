import type { Tx } from '@/lib/db'
import { indexText } from '@/lib/text/code-points'
import { printsOf } from '@/lib/text/fingerprint'
import { sentencesOf } from '@/lib/text/sentences'

/** A text whose sentences are compared with those of others: a version's, or a quote that stands only in an item. */
export type ComparedText = { text: string } & ({ versionId: string } | { evidenceId: string })

function rowsOf(projectId: string, { text, ...of }: ComparedText) {
  const index = indexText(text)
  // Whatever their language is said to be, texts that share words are cut alike.
  const rows = sentencesOf(text, null)
    .map(({ start, end }) => ({ projectId, ...of, start, end, prints: printsOf(index.slice(start, end)) }))
    .filter(({ prints }) => prints.length > 0)
  // One row at least, so that the text is known to have been looked at.
  return rows.length > 0 || index.length === 0 ? rows : [{ projectId, ...of, start: 0, end: index.length, prints: [] }]
}

/** Writes the sentences of texts with their fingerprints, within the caller's command. They have none yet. */
export async function writePassages(tx: Tx, projectId: string, texts: readonly ComparedText[]): Promise<void> {
  await tx.passage.createMany({ data: texts.flatMap((text) => rowsOf(projectId, text)) })
}

/** Takes the quotes of evidence items out of the comparison. */
export async function removeQuotePassages(tx: Tx, projectId: string, evidenceIds: readonly string[]): Promise<void> {
  await tx.passage.deleteMany({ where: { projectId, evidenceId: { in: [...evidenceIds] } } })
}
