import type { Side } from '@/lib/attributions/chain'
import type { Reason } from '@/lib/errors'
import type { OriginCounts } from '@/lib/independence/count-origins'
import type { Question } from '@/lib/independence/origins'
import type { CheckedAspect, HowKnown, SourceKind, SpeechAct } from '@/prisma/generated/enums'

// How the independence of a claim is shown: its appearances with their chains, what was decided, linked and found.

type PersonIdAndName = { id: string; name: string }

/** A claim among those that are counted together. */
export type PooledClaim = { id: string; number: number; wording: string; articleId: string; articleTitle: string }

export type HopStep = {
  source: { id: string; name: string; kind: SourceKind; role: string | null }
  affiliation: string | null
  onBehalfOf: string | null
  speechAct: SpeechAct
}

/** One appearance: a chain of a claim, or an evidence item; `number` counts from 1 within its claim and kind. */
export type AppearanceView = {
  id: string
  kind: 'chain' | 'evidence'
  number: number
  side: Side | 'contradicts'
  claimId: string
  /** The text that tells it: an article of the project, or what an evidence item names. Null: it names nothing. */
  text: { sourceId: string; name: string; articleId: string | null } | null
  /** From the text outwards; without one the text names nobody. */
  hops: HopStep[]
  knows: HowKnown
  /** What a person is asked of it before it can count; null: nothing. */
  question: Question | null
}

export type DecisionView = {
  id: string
  /** CONCERNED: who contradicts here is the one whom the claim is about. It changes no origin. */
  kind: 'SAME' | 'DIFFERENT' | 'CONCERNED'
  appearanceId: string
  otherId: string | null
  reason: string
  by: PersonIdAndName
  at: Date
  /** Without effect: the sources that it told apart were merged since. */
  isDropped: boolean
}

export type LinkView = {
  id: string
  oneId: string
  otherId: string
  reason: string | null
  by: PersonIdAndName
  at: Date
  /** What speaks against the link as the two claims stand now, whatever was said when it was made. */
  doubts: Reason[]
}

/**
 * Two appearances whose texts share the claim's passage; `by`: how the direction is known, or that it is not; `unread`: the passages may be
 * the same, and are too long to compare.
 */
export type SharingView = {
  oneId: string
  otherId: string
  /** `oneCopied`: one took it from other. */
  direction: 'oneCopied' | 'common'
  by: 'person' | 'dates' | 'machine' | 'unread'
  /** 0 to 1: how alike the two passages are; unread, how alike they can be. */
  similarity: number
}

export type IndependenceView = {
  claimId: string
  /** What is asked of the claim: of an utterance, who heard the words is where they come from. */
  checked: CheckedAspect
  /** The claim itself first, then those that say the same. */
  claims: PooledClaim[]
  appearances: AppearanceView[]
  counts: OriginCounts
  decisions: DecisionView[]
  links: LinkView[]
  sharings: SharingView[]
}
