/** A piece of a text, and whether the other text lacks it. */
export type TextPart = { text: string; differs: boolean }

// Beyond this many words on a side, whole texts are shown as different: nobody reads such a comparison word by word.
const MOST_WORDS = 600

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? []

function joined(words: readonly string[], kept: ReadonlySet<number>): TextPart[] {
  const parts: TextPart[] = []
  words.forEach((text, at) => {
    const differs = !kept.has(at)
    const last = parts.at(-1)
    if (last?.differs === differs) last.text += text
    else parts.push({ text, differs })
  })
  return parts
}

/**
 * Two states of one text by words, to the letter: what each has that the other lacks (longest common subsequence). The
 * parts of a side, put together, are that text.
 */
export function textChanges(before: string, after: string): { before: TextPart[]; after: TextPart[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const [keptA, keptB] = [new Set<number>(), new Set<number>()]
  if (a.length <= MOST_WORDS && b.length <= MOST_WORDS) {
    const width = b.length + 1
    const lengths = new Uint16Array((a.length + 1) * width)
    const at = (i: number, j: number) => lengths[i * width + j] ?? 0
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] === b[j]) {
        keptA.add(i++)
        keptB.add(j++)
      } else if (at(i + 1, j) >= at(i, j + 1)) i++
      else j++
    }
  }
  return { before: joined(a, keptA), after: joined(b, keptB) }
}
