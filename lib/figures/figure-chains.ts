import type { Side } from '@/lib/attributions/chain'
import { joinedWords } from '@/lib/text/folded-words'

/** A chain of a claim, as far as it can state a figure: its side, and the paragraphs in which its words stand. */
export type StatingChain = { id: string; side: Side; paragraphs: readonly string[] }

/** A passage of a claim and the paragraph that it stands in. */
export type SpanInParagraph = { exact: string; paragraph: string | null }

/**
 * How it is known which chains state a figure: a person said so; it is the claim's only one; it is the only one with
 * words in the figure's paragraph. `asked`: several might, or those that a person named are gone. `none`: there is none.
 */
export const STATED_HOW = ['answer', 'onlyChain', 'paragraph', 'asked', 'none'] as const
export type StatedHow = (typeof STATED_HOW)[number]

export type Stating = { how: StatedHow; chainIds: string[] }

// Whole words, whatever stands between them.
const folded = (text: string) => ` ${joinedWords(text).join(' ')} `

/** The paragraphs in which a figure's words stand, as far as the claim's passages tell. */
function paragraphsOf(verbatim: string, passages: readonly SpanInParagraph[]): ReadonlySet<string> {
  const words = folded(verbatim)
  const holding = passages.filter(({ exact }) => {
    const passage = folded(exact)
    return words.trim() && passage.trim() && (passage.includes(words) || words.includes(passage))
  })
  return new Set(holding.flatMap(({ paragraph }) => paragraph ?? []))
}

const asserting = (chains: readonly StatingChain[]) => chains.filter(({ side }) => side === 'asserts')

/** The chains that a form proposes for a figure of these words: the only one, or those whose words stand in its paragraph. */
export function proposedChains(
  verbatim: string,
  passages: readonly SpanInParagraph[],
  chains: readonly StatingChain[],
): string[] {
  const possible = asserting(chains)
  if (possible.length <= 1) return possible.map(({ id }) => id)
  const paragraphs = paragraphsOf(verbatim, passages)
  const inThem = possible.filter((chain) => chain.paragraphs.some((each) => paragraphs.has(each)))
  return inThem.map(({ id }) => id)
}

/**
 * Which chains of its claim state a figure. What is not certain is asked: nothing is taken for its origin then. A chain
 * that denies the claim, or leaves it open, states none of its figures.
 */
export function chainsStating(
  figure: { verbatim: string; statedBy: readonly string[] },
  passages: readonly SpanInParagraph[],
  chains: readonly StatingChain[],
): Stating {
  const possible = asserting(chains)
  if (figure.statedBy.length > 0) {
    const named = possible.filter(({ id }) => figure.statedBy.includes(id)).map(({ id }) => id)
    return named.length > 0 ? { how: 'answer', chainIds: named } : { how: 'asked', chainIds: [] }
  }
  const [only] = possible
  if (!only) return { how: 'none', chainIds: [] }
  if (possible.length === 1) return { how: 'onlyChain', chainIds: [only.id] }
  const proposed = proposedChains(figure.verbatim, passages, chains)
  // A chain without words may tell what stands anywhere in the text.
  const areAllPlaced = possible.every(({ paragraphs }) => paragraphs.length > 0)
  const isOne = proposed.length === 1 && areAllPlaced
  return isOne ? { how: 'paragraph', chainIds: proposed } : { how: 'asked', chainIds: [] }
}
