import { foldText } from './fold'

/** A piece of a text beside another: words that stand in both, or only in this one. */
export type DiffPiece = { kind: 'same' | 'own'; text: string }

// Words with what follows them, so that the pieces put together are the text.
const tokensOf = (text: string) => text.match(/\s*[\p{L}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*|^[^\p{L}\p{N}]+/gu) ?? []
const fold = (token: string) => foldText(token).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** The most pairs of words that are looked at; words of a stretch that has more are each text's own. */
const MOST_PAIRS = 250_000
/** So many words in a row that stand once in both texts are the same words there: what lies between is compared by itself. */
const RUN = 3

type WordRange = { from: number; to: number }
const lengthOf = ({ from, to }: WordRange) => to - from

/** The longest common subsequence of words of two stretches: pairs of places. */
function common(
  one: readonly string[],
  other: readonly string[],
  mine: WordRange,
  theirs: WordRange,
): [number, number][] {
  const [height, width] = [lengthOf(mine), lengthOf(theirs) + 1]
  const lengths = new Uint16Array((height + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  const isSame = (row: number, column: number) => one[mine.from + row] === other[theirs.from + column]
  for (let row = height - 1; row >= 0; row--)
    for (let column = width - 2; column >= 0; column--)
      lengths[row * width + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < height && column < width - 1; ) {
    if (isSame(row, column)) pairs.push([mine.from + row++, theirs.from + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

/** Where the runs begin that stand once in a stretch. */
function singleRuns(words: readonly string[], { from, to }: WordRange): Map<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at + RUN <= to; at++) {
    const run = words.slice(at, at + RUN).join(' ')
    places.set(run, places.has(run) ? -1 : at)
  }
  return places
}

/** Of pairs in the order of their first place, the longest series in which the second ones rise too. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  }
  const series: [number, number][] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) series.push(pair)
  }
  return series.reverse()
}

/** The pairs of places at which the two texts have the same word, in order. */
function alike(one: readonly string[], other: readonly string[]): [number, number][] {
  const [mine, theirs] = [
    { from: 0, to: one.length },
    { from: 0, to: other.length },
  ]
  if (lengthOf(mine) * lengthOf(theirs) <= MOST_PAIRS) return common(one, other, mine, theirs)
  const there = singleRuns(other, theirs)
  const both = [...singleRuns(one, mine)].flatMap(([run, at]): [number, number][] => {
    const place = there.get(run) ?? -1
    return at >= 0 && place >= 0 ? [[at, place]] : []
  })
  const pairs: [number, number][] = []
  let left = MOST_PAIRS
  const fill = (to: number, end: number) => {
    const [last, lastThere] = pairs.at(-1) ?? [-1, -1]
    const [gap, gapThere] = [
      { from: last + 1, to },
      { from: lastThere + 1, to: end },
    ]
    const size = lengthOf(gap) * lengthOf(gapThere)
    if (size <= left) {
      left -= size
      pairs.push(...common(one, other, gap, gapThere))
    }
  }
  for (const [at, place] of rising(both)) {
    const [last, lastThere] = pairs.at(-1) ?? [-1, -1]
    if (at > last && place > lastThere) fill(at, place)
    for (let word = 0; word < RUN; word++) {
      const [reached, reachedThere] = pairs.at(-1) ?? [-1, -1]
      if (at + word > reached && place + word > reachedThere) pairs.push([at + word, place + word])
    }
  }
  fill(one.length, other.length)
  return pairs
}

function piecesOf(tokens: readonly string[], isCommon: ReadonlySet<number>): DiffPiece[] {
  const pieces: DiffPiece[] = []
  for (const [at, text] of tokens.entries()) {
    const kind = isCommon.has(at) ? 'same' : 'own'
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

/**
 * Two texts word by word beside each other; case, accents and punctuation do not count. Of long texts, words that are far from any
 * three in a row which both have once are each text's own.
 */
export function diffWords(one: string, other: string): [DiffPiece[], DiffPiece[]] {
  const [ones, others] = [tokensOf(one), tokensOf(other)]
  const pairs = alike(ones.map(fold), others.map(fold))
  return [piecesOf(ones, new Set(pairs.map(([at]) => at))), piecesOf(others, new Set(pairs.map(([, at]) => at)))]
}
