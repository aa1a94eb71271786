/** A piece of a text beside another: words that stand in both, or only in this one. */
export type DiffPiece = { kind: 'same' | 'own'; text: string }

// Words with what follows them, so that the pieces put together are the text.
const tokensOf = (text: string) => text.match(/\s*[\p{L}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*|^[^\p{L}\p{N}]+/gu) ?? []
const fold = (token: string) =>
  token
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** Longer texts are not compared: each is its own then. */
const MOST_WORDS = 2000

/** For each token of both texts whether it belongs to the longest common subsequence of words. */
function common(one: readonly string[], other: readonly string[]): [boolean[], boolean[]] {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const [inOne, inOther] = [one.map(() => false), other.map(() => false)]
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column]) {
      inOne[row++] = true
      inOther[column++] = true
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return [inOne, inOther]
}

function piecesOf(tokens: readonly string[], isCommon: readonly boolean[]): DiffPiece[] {
  const pieces: DiffPiece[] = []
  for (const [at, text] of tokens.entries()) {
    const kind = isCommon[at] ? 'same' : 'own'
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

/** Two texts word by word beside each other; case, accents and punctuation do not count. */
export function diffWords(one: string, other: string): [DiffPiece[], DiffPiece[]] {
  const [ones, others] = [tokensOf(one), tokensOf(other)]
  if (Math.max(ones.length, others.length) > MOST_WORDS)
    return [[{ kind: 'own', text: one }], [{ kind: 'own', text: other }]]
  const [inOne, inOther] = common(ones.map(fold), others.map(fold))
  return [piecesOf(ones, inOne), piecesOf(others, inOther)]
}
