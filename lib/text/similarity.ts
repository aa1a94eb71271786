/** How alike two short texts are, from 0 to 1: one minus their edit distance over the longer one's length, in code points. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [Array.from(one), Array.from(other)]
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [line, character] of a.entries()) {
    const next = [line + 1]
    for (let at = 0; at < b.length; at++) {
      const replaced = (row[at] ?? 0) + (character === b[at] ? 0 : 1)
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row.at(-1) ?? 0) / Math.max(a.length, b.length)
}
