import { publishedOf } from '@/lib/articles/queries'
import { readSpeakers, type Speakers } from '@/lib/attributions/speakers'
import type { Tx } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { codePointLength, type TextRange } from '@/lib/text/code-points'
import { runApart, task } from '@/lib/threads/run-apart'

const speaking = task('lib/attributions/speakers', 'readSpeakers', readSpeakers)

/** The words of an item: its quote, or a passage of a version of another article. */
export type ItemWords = { quote: string | null; passage: (TextRange & { versionId: string }) | null }

async function speakersIn(tx: Tx, projectId: string, { quote, passage }: ItemWords, patience?: number) {
  if (!passage) {
    if (!quote) return null
    const range = { start: 0, end: codePointLength(quote) }
    return runApart(speaking, [quote, null, range, null], { size: quote.length, patience })
  }
  const version = await tx.articleVersion.findFirst({
    where: { id: passage.versionId, projectId },
    select: { text: true, article: true },
  })
  if (!version) return null
  const { start, end } = passage
  const { language } = version.article
  const published = publishedOf(version.article)
  return runApart(speaking, [version.text, language, { start, end }, published], {
    size: version.text.length,
    key: [passage.versionId, language, start, end, published?.earliest, published?.latest].join(' '),
    patience,
  })
}

/**
 * Who speaks in an item's words; null: it has none. What cannot be read in time is taken for words in which somebody speaks: a
 * person is asked. Never inside a transaction, as `runApart`.
 */
export async function readItem(
  tx: Tx,
  projectId: string,
  words: ItemWords,
  patience?: number,
): Promise<Speakers | null> {
  try {
    return await speakersIn(tx, projectId, words, patience)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable') return { hasSpeaker: true, chains: [] }
    throw error
  }
}
