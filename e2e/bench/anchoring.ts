import { readFileSync } from 'node:fs'
import { anchorAll } from '@/lib/text/anchor-all'
import type { Anchoring } from '@/lib/text/anchor-candidates'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { normaliseText } from '@/lib/text/normalise'
import { similarity } from '@/lib/text/similarity'
import { snapRange } from '@/lib/text/snap'
import { spanAt } from '@/lib/text/span'

const SEEDS = ['000_a56745d9376cc117', '004_b86df3bf2438e070']
const read = (name: string) => normaliseText(readFileSync(`seeds/articles/${name}.txt`, 'utf8'))

/** Numbers that look like chance and are the same in every run (mulberry32). */
function chanceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return { next, below, one: <Item>(items: readonly Item[]) => items[below(items.length)] as Item }
}
type Chance = ReturnType<typeof chanceOf>

/** A text as it is edited: its characters, and where each stood at first; -1: it is new. */
type Edited = { units: string[]; origins: number[] }
type CutPiece = { from: number; to: number }

const textOf = ({ units }: Edited) => units.join('')
const cut = ({ units, origins }: Edited, { from, to }: CutPiece): Edited => ({
  units: units.slice(from, to),
  origins: origins.slice(from, to),
})
function splice({ units, origins }: Edited, { from, to }: CutPiece, by: Edited): Edited {
  return {
    units: [...units.slice(0, from), ...by.units, ...units.slice(to)],
    origins: [...origins.slice(0, from), ...by.origins, ...origins.slice(to)],
  }
}
const fresh = (words: string): Edited => {
  const units = words.split('')
  return { units, origins: units.map(() => -1) }
}

const wordsOf = (text: string): CutPiece[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}’'-]+/gu)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
const sentencesIn = (text: string): CutPiece[] =>
  [...text.matchAll(/[^.!?…\s][^.!?…\n]*[.!?…]*[”»"]*/gu)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }))

/** What an editor does to a text: words and sentences change, come, go, change places. */
function editOnce(edited: Edited, near: CutPiece | null, donor: string, chance: Chance): Edited {
  const text = textOf(edited)
  const isNear = ({ from, to }: CutPiece) => !near || (to > near.from && from < near.to)
  const [words, sentences] = [wordsOf(text).filter(isNear), sentencesIn(text)]
  if (words.length < 3 || sentences.length < 2) return edited
  const word = chance.one(words)
  const donated = wordsOf(donor)
  const some = (count: number) => {
    const at = chance.below(donated.length - count)
    return donor.slice(donated[at]?.from ?? 0, donated[at + count - 1]?.to ?? 0)
  }
  switch (near ? chance.below(3) : chance.below(8)) {
    case 0:
      return splice(edited, word, fresh(some(1)))
    case 1:
      return splice(edited, { from: word.from, to: word.from }, fresh(`${some(1 + chance.below(4))} `))
    case 2: {
      const at = words.indexOf(word)
      return splice(
        edited,
        { from: word.from, to: words[Math.min(words.length - 1, at + chance.below(4))]?.to ?? word.to },
        fresh(''),
      )
    }
    case 3:
      return splice(edited, chance.one(sentences), fresh(''))
    case 4: {
      const sentence = chance.one(sentences)
      const new_ = chance.one(sentencesIn(donor))
      return splice(edited, { from: sentence.from, to: sentence.from }, fresh(`${donor.slice(new_.from, new_.to)} `))
    }
    case 5: {
      // A sentence moves.
      const moved = chance.one(sentences)
      const piece = cut(edited, moved)
      const rest = splice(edited, moved, fresh(''))
      const to = chance.one(sentencesIn(textOf(rest))).from
      return splice(splice(rest, { from: to, to }, fresh(' ')), { from: to, to }, piece)
    }
    case 6: {
      // A sentence is said again, with its words.
      const again = chance.one(sentences)
      const to = chance.one(sentences).from
      return splice(edited, { from: to, to }, fresh(`${text.slice(again.from, again.to)} `))
    }
    default: {
      const sentence = chance.one(sentences)
      const new_ = chance.one(sentencesIn(donor))
      return splice(edited, sentence, fresh(donor.slice(new_.from, new_.to)))
    }
  }
}

/** A passage such as people mark: some words, a clause, a sentence, two. */
function passageOf(text: string, chance: Chance): TextRange | null {
  const [words, sentences] = [wordsOf(text), sentencesIn(text)]
  const kind = chance.next()
  const index = indexText(text)
  const ranged = ({ from, to }: CutPiece) => snapRange(text, index.toCodePoint(from), index.toCodePoint(to))
  if (kind < 0.5) {
    const count = kind < 0.15 ? 1 + chance.below(3) : 4 + chance.below(9)
    const at = chance.below(words.length - count)
    return ranged({ from: words[at]?.from ?? 0, to: words[at + count - 1]?.to ?? 0 })
  }
  const at = chance.below(sentences.length - 1)
  return ranged({ from: sentences[at]?.from ?? 0, to: sentences[kind < 0.85 ? at : at + 1]?.to ?? 0 })
}

type Truth = { kind: 'deleted' } | { kind: 'survives'; range: TextRange } | { kind: 'between' }

/** What became of a passage: by the letters of it that are still there. */
function truthOf(before: string, span: TextRange, edited: Edited): Truth {
  const index = indexText(before)
  const [start, end] = [index.toUtf16(span.start), index.toUtf16(span.end)]
  const places = edited.origins.flatMap((origin, at) => (origin >= start && origin < end ? [at] : []))
  const words = before.slice(start, end)
  // Said again somewhere: it is not gone.
  if (places.length <= (end - start) * 0.3)
    return { kind: words.length >= 24 && textOf(edited).includes(words) ? 'between' : 'deleted' }
  const [from, to] = [places[0] ?? 0, (places.at(-1) ?? 0) + 1]
  const after = textOf(edited)
  if (similarity(before.slice(start, end), after.slice(from, to)) < 0.8) return { kind: 'between' }
  const there = indexText(after)
  return { kind: 'survives', range: { start: there.toCodePoint(from), end: there.toCodePoint(to) } }
}

const covers = (one: TextRange, other: TextRange) => {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared > 0.7 * Math.max(one.end - one.start, other.end - other.start)
}

type Tally = { deleted: number; wrongly: number; asked: number; surviving: number; found: number; offered: number }

const isAt = (answer: Anchoring, range: TextRange) => 'start' in answer && covers(answer, range)
const offers = (answer: Anchoring, range: TextRange) =>
  answer.outcome === 'ambiguous' && answer.candidates.some((each) => covers(each, range))

/** So often an edit is one of words in the passage or beside it. */
const NEAR = 0.4
const BESIDE = 60

/** Where a passage of the first text is now, with what is beside it; null: it is gone. */
function around({ origins }: Edited, from: number, to: number): CutPiece | null {
  const places = origins.flatMap((origin, at) => (origin >= from - 1 && origin <= to ? [at] : []))
  const [first, last] = [places[0], places.at(-1)]
  return first === undefined || last === undefined ? null : { from: first - BESIDE, to: last + BESIDE }
}

/** A text with a passage, edited at random: in four of ten the passage is taken out first. */
function editAtRandom(before: string, donor: string, { from, to }: CutPiece, chance: Chance): Edited {
  let edited: Edited = { units: before.split(''), origins: Array.from({ length: before.length }, (_, at) => at) }
  if (chance.next() < 0.4) edited = splice(edited, { from, to }, fresh(''))
  for (let left = 1 + chance.below(10); left > 0; left--) {
    const near = chance.next() < NEAR ? around(edited, from, to) : null
    edited = editOnce(edited, near, donor, chance)
  }
  return edited
}

/** So many random edits of the seeds, and what is found again of a passage of each. */
function tallyAnchoring(runs: number, seed = 11): Tally {
  const chance = chanceOf(seed)
  const texts = SEEDS.map(read)
  const tally = { deleted: 0, wrongly: 0, asked: 0, surviving: 0, found: 0, offered: 0 }
  for (let run = 0; run < runs; run++) {
    const at = chance.below(texts.length)
    const [before, donor] = [texts[at] ?? '', texts[1 - at] ?? '']
    const range = passageOf(before, chance)
    const made = range && spanAt(before, range.start, range.end)
    if (!made?.ok) continue
    const index = indexText(before)
    const piece = { from: index.toUtf16(made.span.start), to: index.toUtf16(made.span.end) }
    const edited = editAtRandom(before, donor, piece, chance)
    const truth = truthOf(before, made.span, edited)
    const [answer] = anchorAll([made.span], before, textOf(edited))
    if (!answer) continue
    if (truth.kind === 'deleted') {
      tally.deleted++
      if ('start' in answer) tally.wrongly++
      else if (answer.outcome === 'ambiguous') tally.asked++
    } else if (truth.kind === 'survives') {
      tally.surviving++
      if (isAt(answer, truth.range)) tally.found++
      else if (offers(answer, truth.range)) tally.offered++
    }
  }
  return tally
}

// What the function before this one did, which knew the new text alone: in these very edits, at commit 674a6fc.
const BEFORE = { wrongly: 0.94, found: 96.76 }
const RUNS = 2500

const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`

/** `npm run bench -- anchoring`: how well passages are found again, and how long a long text takes. Answers how many bars are missed. */
export function benchAnchoring(): number {
  const { deleted, wrongly, asked, surviving, found, offered } = tallyAnchoring(RUNS)
  console.log(`\nAnchoring: ${RUNS} random edits of the seeds, a passage each\n`)
  console.log(
    `  deleted passages:   ${deleted}; wrongly anchored ${percent(wrongly, deleted)} (bar 0.5 %, before ${BEFORE.wrongly} %)`,
  )
  console.log(`                      put to a person ${percent(asked, deleted)}`)
  console.log(
    `  surviving passages: ${surviving}; found ${percent(found, surviving)} (bar 95 %, before ${BEFORE.found} %)`,
  )
  console.log(`                      among several ${percent(offered, surviving)}`)
  const times = [25_000, 50_000, 100_000, 200_000].map((length) => {
    const { before, after, spans } = longTexts(length)
    const since = performance.now()
    anchorAll(spans, before, after)
    const took = performance.now() - since
    console.log(`  ${spans.length} passages in ${length.toLocaleString('en')} characters: ${took.toFixed(0)} ms`)
    return took
  })
  const grown = (times[3] ?? 0) / Math.max(1, times[1] ?? 0)
  return [wrongly / deleted > 0.005, found / surviving < 0.95, grown > 12].filter(Boolean).length
}

/** A made-up text and the same edited, with 500 passages to each 100,000 characters. */
function longTexts(length: number) {
  const sentences = Array.from(
    { length: length / 62 },
    (_, at) => `La phrase numéro ${at} parle de la ville ${at * 7}, dit le témoin ${at % 13}. `,
  )
  const before = sentences.join('')
  const after = sentences
    .flatMap((words, at) => {
      if (at % 11 === 0) return []
      return [at % 7 === 0 ? words.replace('parle', 'traite') : words]
    })
    .join('')
  const step = before.length / (length / 200)
  const spans = Array.from({ length: length / 200 }, (_, at) => {
    const made = spanAt(before, Math.floor(at * step), Math.floor(at * step) + 50)
    if (!made.ok) throw new Error('no passage there')
    return made.span
  })
  return { before, after, spans }
}
