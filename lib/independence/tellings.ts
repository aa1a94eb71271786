import type { SharingView } from '@/lib/independence/view'
import type { CopyDecisionKind } from '@/prisma/generated/enums'

/** Words at their place in a version's text, or in an evidence item's quote, by its id; in code points. */
export type ToldPassage = { in: string; start: number; end: number; words: string }

/** An appearance as its text tells it: where the claim stands in which words. Appearances of one text share nothing. */
export type Telling = {
  appearanceId: string
  textId: string
  /** The days between which the text was published, `YYYY-MM-DD`. */
  published: { earliest: string; latest: string } | null
  passages: readonly ToldPassage[]
}

/** Where a person decided: `textId` is the article's, whichever its version, or the evidence item's. */
export type RuledPlace = ToldPassage & { textId: string }
/** What a person decided about a passage that two texts share. `at`: ISO 8601. */
export type CopyRuling = { kind: CopyDecisionKind; copy: RuledPlace; original: RuledPlace; at: string }

/** One appearance's telling at one of its passages. */
export type Told = { by: Telling; passage: ToldPassage }
/** Two appearances that share a passage, and where. */
export type Met = { view: SharingView; one: Told; other: Told }
