import { findCandidates, type Printed, type SentencePair } from '@/lib/copies/queries/find-candidates'
import { wordsOfSentences } from '@/lib/copies/queries/words-of-sentences'
import { similarities } from '@/lib/copies/similarities'
import type { Db } from '@/lib/db'
import { sha256 } from '@/lib/sha256'
import { NEAR_VERBATIM } from '@/lib/text/near-verbatim'
import { runApart, task } from '@/lib/threads/run-apart'

const comparing = task('lib/copies/similarities', 'similarities', similarities)

/** Two sentences of different texts that are near-verbatim the same. */
export type SentenceMatch = SentencePair & { similarity: number }

// The words of a sentence never change: the answer is that of the last time.
const keyOf = (candidates: readonly SentencePair[]) =>
  sha256(candidates.map(({ mine, other }) => `${mine.id} ${other.id}`).join())

/** What stands near-verbatim in other texts of the project, sentence by sentence. Throws `unavailable` when it takes too long. */
export async function findMatches(db: Db, projectId: string, mine: readonly Printed[]): Promise<SentenceMatch[]> {
  const candidates = await findCandidates(db, projectId, mine)
  if (candidates.length === 0) return []
  const words = await wordsOfSentences(
    db,
    projectId,
    candidates.flatMap((each) => [each.mine, each.other]),
  )
  const pairs = candidates.map(({ mine, other }): [string, string] => [
    words.get(mine.id) ?? '',
    words.get(other.id) ?? '',
  ])
  const size = pairs.reduce((sum, [one, other]) => sum + one.length + other.length, 0)
  const found = await runApart(comparing, [pairs], { size, key: keyOf(candidates) })
  return candidates
    .map((each, at) => ({ ...each, similarity: found[at] ?? 0 }))
    .filter(({ similarity }) => similarity >= NEAR_VERBATIM)
}
