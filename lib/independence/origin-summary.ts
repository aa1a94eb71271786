import type { OriginCounts } from '@/lib/independence/count-origins'
import type { Question } from '@/lib/independence/origins'
import type { Pool } from '@/lib/independence/queries/pool'
import type { AppearanceView, DecisionView, PooledClaim } from '@/lib/independence/view'
import { EvidenceDirectness, Stance } from '@/prisma/generated/enums'

/**
 * What an appearance is called on a screen: the chain or evidence item of this number, counted from 1, of the claim itself
 * (`linked` null) or of one that says the same.
 */
type AppearanceLabel = Pick<AppearanceView, 'kind' | 'number'> & { linked: PooledClaim | null }

/** A question of one of a claim's own appearances that nobody has answered. */
type OpenQuestion = Pick<AppearanceView, 'id' | 'kind' | 'number'> & { about: Question['about'] }

/** A claim's origins, with a name for each appearance, and whether a primary record of its words is there. */
export type OriginSummary = OriginCounts & {
  labels: Record<string, AppearanceLabel>
  /** The claims that say the same, whose appearances are counted too. */
  linked: PooledClaim[]
  decisions: DecisionView[]
  hasPrimaryRecord: boolean
  /** What is to be answered before the claim can be submitted: of its own chains and evidence, not of those linked. */
  open: OpenQuestion[]
  /** By appearance of its own: what a person is asked, answered or not. */
  questions: Record<string, Question>
}

// What only surrounds the claim, or was not found, is no record of its words.
const NO_RECORD: readonly Stance[] = [Stance.CONTEXT, Stance.SEARCHED_NOTHING_FOUND]

/** The origins of the claim that a pool was loaded for. */
export function originSummary(claimId: string, { rows, claims, appearances, decisions, counts }: Pool): OriginSummary {
  const linked = claims.filter(({ id }) => id !== claimId)
  const labelOf = ({ kind, number, claimId: of }: AppearanceView) => ({
    ...{ kind, number, linked: linked.find(({ id }) => id === of) ?? null },
  })
  const evidence = rows.find(({ id }) => id === claimId)?.evidence ?? []
  return {
    ...counts,
    labels: Object.fromEntries(appearances.map(({ view }) => [view.id, labelOf(view)])),
    linked,
    decisions,
    questions: Object.fromEntries(
      appearances.flatMap(({ view: { id, claimId: of, question } }) =>
        of === claimId && question ? [[id, question]] : [],
      ),
    ),
    open: appearances.flatMap(({ view: { id, kind, number, claimId: of, question } }) =>
      of === claimId && question?.isOpen ? [{ id, kind, number, about: question.about }] : [],
    ),
    hasPrimaryRecord: evidence.some(
      ({ stance, directness }) => directness === EvidenceDirectness.PRIMARY && !NO_RECORD.includes(stance),
    ),
  }
}
