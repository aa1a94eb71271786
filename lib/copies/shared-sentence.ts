import type { Ruling } from '@/lib/copies/concerns'
import type { WorldDate } from '@/lib/fields'
import type { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'

/** A claim that stands on a shared sentence. */
export type StandingClaim = {
  id: string
  number: number
  wording: string
  category: ClaimCategory
  checked: CheckedAspect
  /** Where it stands in that version, in code points. */
  spans: readonly { start: number; end: number }[]
  /** True when this person may work on it. */
  isMine: boolean
}

/** One of the two texts that share a sentence, and where in it. */
export type SharedSide = {
  /** The article's, whichever its version; or the evidence item's. */
  textId: string
  versionId: string | null
  evidenceId: string | null
  /** In code points of the version's text, or of the quote. */
  start: number
  end: number
  words: string
  /** From 1; null in a quote. */
  paragraph: number | null
  /** The article; of a quote, the one whose claim it bears on. */
  article: { id: string; title: string; language: string | null; outlet: string | null }
  published: WorldDate | null
  /** Of a quote: the claim that it bears on, and whom it names. */
  quoteOf: { claimId: string; claimNumber: number; source: string | null; url: string | null } | null
  claims: StandingClaim[]
}

/** Two texts that share a sentence; `ruling` says what a person decided, and in which direction it is meant here. */
export type SharedSentence = {
  key: string
  /** 0 to 1: the share of the shorter one's words that stand in the other. */
  similarity: number
  one: SharedSide
  other: SharedSide
  ruling: { id: string; kind: Ruling['kind']; reason: string | null; by: string; at: Date; isReversed: boolean } | null
  /** Links in force between the claims on both sides, as `one other`. */
  linked: string[]
}
