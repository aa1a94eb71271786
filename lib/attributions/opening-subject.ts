import { wordsOf } from '@/lib/attributions/sentence-words'
import { firstPhrase, isName } from '@/lib/attributions/subject-words'
import type { Utf16Range } from '@/lib/text/code-points'

// A sentence shows within these whom it is about.
const LONGEST = 240

/** The noun phrases with which a sentence begins, before its verb, the likelier first; or nothing. */
export function openingSubject(text: string, { start, end }: Utf16Range): readonly Utf16Range[] {
  const words = wordsOf(text, { start, end: Math.min(end, start + LONGEST) })
  const run = firstPhrase(words, { from: 0, to: words.length })
  if (!run) return []
  // "Le maire, Jean Roy, …": either may be meant.
  const comma = words[run.to]?.low === ',' ? words.findIndex((word, at) => at > run.to && word.low === ',') : -1
  const runs =
    comma > 0 && isName(words, { from: run.to + 1, to: comma }) ? [{ from: run.to + 1, to: comma }, run] : [run]
  return runs.flatMap(({ from, to }) => {
    const [first, last] = [words[from], words[to - 1]]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}
