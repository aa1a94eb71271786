/** A stretch that stands in both texts, letter by letter: where it begins in each, and how long it is (UTF-16). */
export type SharedBlock = { from: number; to: number; length: number }

// Where words are not parted by spaces, each character counts as one.
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

type Tokens = { ids: Int32Array; starts: Int32Array }

function tokensOf(text: string, known: Map<string, number>): Tokens {
  const words = text.match(TOKEN) ?? []
  const [ids, starts] = [new Int32Array(words.length), new Int32Array(words.length + 1)]
  let at = 0
  for (const [place, word] of words.entries()) {
    const id = known.get(word) ?? known.size + 1
    known.set(word, id)
    ids[place] = id
    starts[place] = at
    at += word.length
  }
  starts[words.length] = at
  return { ids, starts }
}

type Gap = { mine: number; mineEnd: number; theirs: number; theirsEnd: number; level: number }
type Run = { mine: number; theirs: number; count: number }

/** So many tokens in a row that stand once on each side are the same there; what lies between is looked at with fewer. */
const RUNS = [24, 10, 5, 3] as const
/** The most pairs of tokens of a gap that are compared one by one. */
const MOST_PAIRS = 60_000

/** Where the runs of `size` tokens stand that a stretch has once, by their hash; -1: more than once. */
function singleRuns(ids: Int32Array, from: number, to: number, size: number): Map<number, number> {
  const places = new Map<number, number>()
  let top = 1
  for (let at = 1; at < size; at++) top = Math.imul(top, 1_000_003)
  let hash = 0
  for (let at = from; at < to; at++) {
    if (at - from >= size) hash = (hash - Math.imul(ids[at - size] ?? 0, top)) | 0
    hash = (Math.imul(hash, 1_000_003) + (ids[at] ?? 0)) | 0
    const start = at - size + 1
    if (start >= from) places.set(hash, places.has(hash) ? -1 : start)
  }
  return places
}

/** Of pairs in the order of their first place, the longest series in which the second ones rise too. */
function rising(pairs: readonly Run[]): Run[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, { theirs }] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.theirs ?? 0) < theirs) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  }
  const series: Run[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) series.push(pair)
  }
  return series.reverse()
}

/** The longest common subsequence of a small gap. */
function commonOf(one: Int32Array, other: Int32Array, { mine, mineEnd, theirs, theirsEnd }: Gap): Run[] {
  const [height, width] = [mineEnd - mine, theirsEnd - theirs + 1]
  const lengths = new Uint16Array((height + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = height - 1; row >= 0; row--)
    for (let column = width - 2; column >= 0; column--)
      lengths[row * width + column] =
        one[mine + row] === other[theirs + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const runs: Run[] = []
  for (let row = 0, column = 0; row < height && column < width - 1; ) {
    if (one[mine + row] === other[theirs + column]) {
      runs.push({ mine: mine + row, theirs: theirs + column, count: 1 })
      row++
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return runs
}

function sharedRuns(one: Int32Array, other: Int32Array): Run[] {
  const runs: Run[] = []
  const gaps: Gap[] = [{ mine: 0, mineEnd: one.length, theirs: 0, theirsEnd: other.length, level: 0 }]
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    let { mine, mineEnd, theirs, theirsEnd } = gap
    const [first, firstThere] = [mine, theirs]
    while (mine < mineEnd && theirs < theirsEnd && one[mine] === other[theirs]) {
      mine++
      theirs++
    }
    if (mine > first) runs.push({ mine: first, theirs: firstThere, count: mine - first })
    const last = mineEnd
    while (mineEnd > mine && theirsEnd > theirs && one[mineEnd - 1] === other[theirsEnd - 1]) {
      mineEnd--
      theirsEnd--
    }
    if (last > mineEnd) runs.push({ mine: mineEnd, theirs: theirsEnd, count: last - mineEnd })
    if (mine === mineEnd || theirs === theirsEnd) continue
    const inner = { ...{ mine, mineEnd, theirs, theirsEnd }, level: gap.level }
    const size = RUNS[gap.level]
    if ((mineEnd - mine) * (theirsEnd - theirs) <= MOST_PAIRS) runs.push(...commonOf(one, other, inner))
    else if (size !== undefined) gaps.push(...between(one, other, inner, size, runs))
  }
  return runs
}

/** Adds the runs that both sides of a gap have once, and answers the gaps between them. */
function between(one: Int32Array, other: Int32Array, gap: Gap, size: number, runs: Run[]): Gap[] {
  const there = singleRuns(other, gap.theirs, gap.theirsEnd, size)
  const both = [...singleRuns(one, gap.mine, gap.mineEnd, size)].flatMap(([hash, mine]): Run[] => {
    const theirs = there.get(hash) ?? -1
    if (mine < 0 || theirs < 0) return []
    for (let at = 0; at < size; at++) if (one[mine + at] !== other[theirs + at]) return []
    return [{ mine, theirs, count: size }]
  })
  const gaps: Gap[] = []
  let [mine, theirs] = [gap.mine, gap.theirs]
  for (const run of rising(both)) {
    const skipped = Math.max(0, mine - run.mine, theirs - run.theirs)
    if (skipped >= run.count) continue
    const begin = { mine: run.mine + skipped, theirs: run.theirs + skipped }
    if (begin.mine > mine || begin.theirs > theirs)
      gaps.push({ mine, mineEnd: begin.mine, theirs, theirsEnd: begin.theirs, level: gap.level + 1 })
    runs.push({ ...begin, count: run.count - skipped })
    mine = run.mine + run.count
    theirs = run.theirs + run.count
  }
  return [...gaps, { mine, mineEnd: gap.mineEnd, theirs, theirsEnd: gap.theirsEnd, level: gap.level + 1 }]
}

/** Runs that follow each other without a gap, put together. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs.toSorted((a, b) => a.mine - b.mine)) {
    const last = all.at(-1)
    if (last && last.mine + last.count === run.mine && last.theirs + last.count === run.theirs) last.count += run.count
    else all.push({ ...run })
  }
  return all
}

/** Fewer letters than these between two differences stand there by chance, as "de la" does. */
const LEAST_LETTERS = 6
const LETTERS = /[\p{L}\p{N}]/gu

/**
 * What two texts have in common, in the order of both: the stretches that stand in each, longest runs first, so that what lies
 * between two of them was changed, added or taken out. Words that stand alone between differences are left out. Takes time by the length of the texts.
 */
export function sharedBlocks(one: string, other: string): SharedBlock[] {
  const known = new Map<string, number>()
  const [mine, theirs] = [tokensOf(one, known), tokensOf(other, known)]
  return joined(sharedRuns(mine.ids, theirs.ids)).flatMap(({ mine: at, theirs: there, count }): SharedBlock[] => {
    const [from, end] = [mine.starts[at] ?? 0, mine.starts[at + count] ?? 0]
    const to = theirs.starts[there] ?? 0
    const isOutermost = (from === 0 && to === 0) || (end === one.length && to + end - from === other.length)
    const letters = isOutermost ? LEAST_LETTERS : (one.slice(from, end).match(LETTERS)?.length ?? 0)
    return letters < LEAST_LETTERS ? [] : [{ from, to, length: end - from }]
  })
}

/** What of one of the two texts is not in the other, in its order: `side` tells which of the two it is. */
export function freshOf(
  text: string,
  blocks: readonly SharedBlock[],
  side: 'from' | 'to',
): { from: number; to: number }[] {
  const fresh: { from: number; to: number }[] = []
  let at = 0
  for (const block of blocks) {
    if (block[side] > at) fresh.push({ from: at, to: block[side] })
    at = block[side] + block.length
  }
  if (text.length > at) fresh.push({ from: at, to: text.length })
  return fresh
}
