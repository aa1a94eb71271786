import type { GoldItem } from '@/e2e/bench/reading-gold'
import { type ProposedChain, type ProposedHop, proposeChains } from '@/lib/attributions/propose'
import { groupBy } from '@/lib/lists/group-by'
import { sliceCodePoints, type TextRange } from '@/lib/text/code-points'

/** What one mark of a gold sentence is answered, judged. */
export type Judged = {
  item: GoldItem
  proposed: boolean
  /** The source proposed overlaps its head · is its whole noun phrase. A pronoun is right as the pronoun. */
  overlap: boolean
  exact: boolean
  cue: boolean
  certain: boolean
  /** A chain came back without a hop, and not nothing: nobody was recognised. */
  empty: boolean
  ms: number
  words: string
}

const meets = (one: TextRange, other: TextRange) => one.start < other.end && other.start < one.end
const meetsAny = (one: TextRange | null, others: readonly TextRange[]) =>
  one !== null && others.some((each) => meets(one, each))

const edges = /^[\s,;:.“”«»"‘’'()–—-]+|[\s,;:.“”«»"()–—-]+$/gu
const bare = (text: string, { start, end }: TextRange) => sliceCodePoints(text, start, end).replace(edges, '')

function judgeHop({ text, source, heads, cue, pronoun }: GoldItem, hop: ProposedHop) {
  const hitsCue = meetsAny(hop.cueWords, cue)
  // A pronoun that was looked up names nobody: its words are among those of the cue.
  if (hop.sourceWords === null) {
    const isRight = pronoun && source !== null && (hitsCue || meetsAny(hop.cueWords, [source]))
    return { overlap: isRight, exact: isRight, cue: hitsCue }
  }
  const overlap = meetsAny(hop.sourceWords, heads)
  return {
    overlap,
    exact: overlap && source !== null && bare(text, hop.sourceWords) === bare(text, source),
    cue: hitsCue,
  }
}

const told = (text: string, chains: readonly ProposedChain[]) =>
  chains
    .map(({ hops }) =>
      hops
        .map((hop) => {
          const at = (place: TextRange | null) => (place ? sliceCodePoints(text, place.start, place.end) : '–')
          return `${at(hop.sourceWords)} <${at(hop.cueWords)}> ${hop.reading === 'CERTAIN' ? 'C' : 'I'}`
        })
        .join(' → '),
    )
    .join(' ‖ ')

/** Proposes for one mark, and judges the hop nearest to what is said: for a whole sentence any of those gold items may be meant. */
export function judge(item: GoldItem, mark: TextRange, meant: readonly GoldItem[]): Judged {
  const since = performance.now()
  const chains = proposeChains(item.text, item.language, [mark])
  const ms = performance.now() - since
  const hop = chains[0]?.hops.at(-1)
  // Of a whole sentence each of those who speak in it may be meant.
  const judgedHops = mark === item.sentence ? (chains[0]?.hops ?? []) : hop ? [hop] : []
  const found = judgedHops.flatMap((each) => meant.map((one) => judgeHop(one, each)))
  return {
    ...{ item, ms, proposed: hop !== undefined, empty: chains[0]?.hops.length === 0 },
    overlap: found.some((each) => each.overlap),
    exact: found.some((each) => each.exact),
    cue: found.some((each) => each.cue),
    certain: (chains[0]?.hops ?? []).every(({ reading }) => reading === 'CERTAIN'),
    words: told(item.text, chains),
  }
}

/** Items that stand within what another one says: two speak, one after the other. */
export function nestedItems(items: readonly GoldItem[]): { outer: GoldItem; inner: GoldItem }[] {
  const bySentence = groupBy(items, ({ id }) => id.replace(/#\d+$/, ''))
  return [...bySentence.values()].flatMap((all) =>
    all.flatMap((inner) => {
      const around = all.filter(
        (outer) =>
          outer !== inner &&
          inner.source !== null &&
          outer.content.start <= inner.source.start &&
          outer.content.end >= inner.content.end,
      )
      const [outer] = around
      return outer && around.length === 1 ? [{ outer, inner }] : []
    }),
  )
}

/** Whether both speakers are proposed, in their order. */
export function judgeNested({ outer, inner }: { outer: GoldItem; inner: GoldItem }) {
  const [chain] = proposeChains(inner.text, inner.language, [inner.content])
  const [first, last] = [chain?.hops.at(-2), chain?.hops.at(-1)]
  const isTwo = first !== undefined && last !== undefined
  return { isTwo, right: isTwo && judgeHop(outer, first).overlap && judgeHop(inner, last).overlap }
}
