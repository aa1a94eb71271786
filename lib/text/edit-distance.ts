// Myers 1999 and Hyyrö 2003: a column of the edit distance's table in bits, 32 rows at a time.

const BITS = 32

type Bits = { blocks: number; last: number; row: (symbol: number) => number; bits: Int32Array }

/** For every symbol of a pattern the places where it stands, as bits. */
function bitsOf(pattern: readonly number[]): Bits {
  const blocks = Math.max(1, Math.ceil(pattern.length / BITS))
  const rows = new Map<number, number>()
  for (const symbol of pattern) if (!rows.has(symbol)) rows.set(symbol, rows.size + 1)
  // Row 0 stands for all symbols that the pattern does not have.
  const bits = new Int32Array((rows.size + 1) * blocks)
  pattern.forEach((symbol, at) => {
    const place = (rows.get(symbol) ?? 0) * blocks + (at >>> 5)
    bits[place] = (bits[place] ?? 0) | (1 << (at & 31))
  })
  return { blocks, last: 1 << ((pattern.length - 1) & 31), row: (symbol) => rows.get(symbol) ?? 0, bits }
}

/**
 * For every end in `text`, from before its first symbol on, the fewest symbols to replace, add or leave out so that
 * `pattern` stands there: beginning anywhere, or, when `whole`, at the text's beginning. Takes text × pattern / 32.
 */
export function editsAtEnds(pattern: readonly number[], text: readonly number[], whole = false): Int32Array {
  const ends = new Int32Array(text.length + 1)
  ends[0] = pattern.length
  if (pattern.length === 0) return whole ? ends.map((_, at) => at) : ends
  const { blocks, last, row, bits } = bitsOf(pattern)
  const [plus, minus] = [new Int32Array(blocks).fill(-1), new Int32Array(blocks)]
  let edits = pattern.length
  for (let column = 0; column < text.length; column++) {
    const from = row(text[column] ?? -1) * blocks
    let carry = whole ? 1 : 0
    for (let block = 0; block < blocks; block++) {
      const [up, down] = [plus[block] ?? 0, minus[block] ?? 0]
      const borrow = carry < 0 ? 1 : 0
      const same = (bits[from + block] ?? 0) | borrow
      const vertical = (bits[from + block] ?? 0) | down
      const horizontal = (((same & up) + up) ^ up) | same
      let more = down | ~(horizontal | up)
      let fewer = up & horizontal
      const top = block === blocks - 1 ? last : 1 << 31
      const next = (more & top ? 1 : 0) - (fewer & top ? 1 : 0)
      more = (more << 1) | (carry > 0 ? 1 : 0)
      fewer = (fewer << 1) | borrow
      plus[block] = fewer | ~(vertical | more)
      minus[block] = more & vertical
      carry = next
    }
    edits += carry
    ends[column + 1] = edits
  }
  return ends
}

/** The fewest edits with which `pattern` stands somewhere in `text`. */
export const leastEdits = (pattern: readonly number[], text: readonly number[]): number =>
  editsAtEnds(pattern, text).reduce((least, edits) => Math.min(least, edits), pattern.length)

/** The fewest edits that make one of the other. */
export const editDistance = (one: readonly number[], other: readonly number[]): number =>
  editsAtEnds(one, other, true).at(-1) ?? one.length
