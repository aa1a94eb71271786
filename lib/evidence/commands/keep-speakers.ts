import { readSpeakers, type Speakers } from '@/lib/attributions/speakers'
import type { Db, Tx } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { codePointLength, type TextRange } from '@/lib/text/code-points'
import { runApart, task } from '@/lib/threads/run-apart'

const speaking = task('lib/attributions/speakers', 'readSpeakers', readSpeakers)

/** The words of an item: its quote, or a passage of a version of another article. */
export type ItemWords = { quote: string | null; passage: (TextRange & { versionId: string }) | null }

async function speakersIn(
  db: Db,
  projectId: string,
  { quote, passage }: ItemWords,
  patience?: number,
): Promise<Speakers | null> {
  if (!passage) {
    if (!quote) return null
    const range = { start: 0, end: codePointLength(quote) }
    return runApart(speaking, [quote, null, range], { size: quote.length, patience })
  }
  const version = await db.articleVersion.findFirst({
    where: { id: passage.versionId, projectId },
    select: { text: true, article: { select: { language: true } } },
  })
  if (!version) return null
  const { start, end } = passage
  return runApart(speaking, [version.text, version.article.language, { start, end }], {
    size: version.text.length,
    key: [passage.versionId, version.article.language, start, end].join(' '),
    patience,
  })
}

/**
 * Who speaks in an item's words, read before anything is locked; null: it has none. What cannot be read in time is taken for
 * words in which somebody speaks: a person is asked.
 */
export async function readItem(
  db: Db,
  projectId: string,
  words: ItemWords,
  patience?: number,
): Promise<Speakers | null> {
  try {
    return await speakersIn(db, projectId, words, patience)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable') return { hasSpeaker: true, chains: [] }
    throw error
  }
}

/** Keeps what was read of an item's words in the place of what was read before, within the caller's command. */
export async function keepSpeakers(tx: Tx, projectId: string, evidenceId: string, read: Speakers | null) {
  await tx.evidenceReading.deleteMany({ where: { evidenceId, projectId } })
  if (!read) return
  const [best] = read.chains
  const speakers = best?.hops.map(({ voice }) => voice.name) ?? []
  await tx.evidenceReading.create({ data: { evidenceId, projectId, hasSpeaker: read.hasSpeaker, speakers } })
}
