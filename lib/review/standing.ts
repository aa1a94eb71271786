import { holds } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import type { Actor } from '@/lib/context'
import type { Reason } from '@/lib/errors'
import { originGate } from '@/lib/independence/origin-gate'
import { actionsFrom, type ReviewAction, type ReviewFacts, transitionRefusals } from '@/lib/review/workflow'
import { changesSinceVerdict, type JudgedGraph } from '@/lib/verdicts/claim-graph'

// Where a claim stands in its review, for one person: pure. Commands ask it in their transaction, screens of what they have read.

/** What the table asks of a claim whatever the move: verdicts, evidence, chains, answers. */
export function standingFacts({ row, origins }: JudgedGraph, actor: Pick<Actor, 'userId' | 'role' | 'isOwner'>) {
  const [assignment = null] = row.assignments
  const present = presentVerdicts(row)
  return {
    ...claimFacts(actor, row, assignment),
    state: row.state,
    isArchived: row.article.archivedAt !== null,
    hasEvidence: row.evidence.length > 0,
    hasChain: row.attributions.length > 0,
    unanswered: origins.open.map(({ about, kind, number }) => ({
      key: about === 'speaker' ? 'review.speakerUnanswered' : 'review.knowsUnanswered',
      values: { kind, number },
    })),
    hasOwnPresentVerdict: present.some((verdict) => verdict.authorId === assignment?.assigneeId),
  } satisfies ReviewFacts
}

/** The verdicts that judge a claim as it stands, the newest first. */
export const presentVerdicts = ({ verdicts, revision }: Pick<JudgedGraph['row'], 'verdicts' | 'revision'>) =>
  verdicts.filter((verdict) => verdict.claimRevision === revision)

/** What the origins of a claim lack for a rating of this value; empty when they suffice. */
export const originsLacking = ({ row: { checked }, origins }: JudgedGraph, value: number | null): Reason[] =>
  originGate({ value, checked, counts: origins, hasPrimaryRecord: origins.hasPrimaryRecord })

export type ReviewOption = { action: ReviewAction; refusals: Reason[] }

/**
 * The moves that a claim's state offers, each with every reason against it for this person. What a dialog will ask for (a reason, a
 * comment, an assignee) counts as given. `origins` is what an approval counts, `originsLacking` what it must give a reason for.
 * `isOneHand`: the person and the author of the latest present verdict may be one.
 */
export function reviewOptions(graph: JudgedGraph, actor: Actor, isOneHand: boolean) {
  const { row, origins } = graph
  const verdict = presentVerdicts(row)[0] ?? null
  const approving = row.state === 'IN_REVIEW' ? verdict : null
  const facts: ReviewFacts = {
    ...standingFacts(graph, actor),
    needsAttention: approving !== null && changesSinceVerdict(graph, approving.id).length > 0,
    hasReason: true,
    hasComment: true,
    assigneeIsActive: true,
    isVerdictAuthor: verdict?.authorId === actor.userId,
    isOneHand,
    verdictIsPresent: verdict !== null,
    revisionIsPresent: true,
  }
  const options: ReviewOption[] = actionsFrom(row.state)
    // An editor who takes a claim assigns it: one button for both.
    .filter((action) => action !== 'take' || !holds([['editor']], facts))
    .map((action) => ({ action, refusals: transitionRefusals(action, facts) }))
  return {
    options,
    origins: approving && origins,
    originsLacking: approving ? originsLacking(graph, approving.rating.value) : [],
    verdictId: verdict?.id ?? null,
    claimRevision: row.revision,
  }
}
export type ReviewOptions = ReturnType<typeof reviewOptions>
