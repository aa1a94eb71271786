import { ONE_HAND_DAYS } from '@/lib/auth/link-grounds'
import { type PermissionFacts, type PermissionRule, whoRefusals } from '@/lib/auth/permissions'
import type { Reason } from '@/lib/errors'
import { ReviewState } from '@/prisma/generated/enums'

/** Everything that a move may ask for, found out beforehand. A fact that a move does not ask for may be left out. */
export type ReviewFacts = PermissionFacts & {
  state: ReviewState
  /** The article is archived: nothing moves in it. */
  isArchived?: boolean
  isVerdictAuthor?: boolean
  /** The actor has lately made the reset link of the author's account, or the author that of the actor's. */
  isOneHand?: boolean
  hasReason?: boolean
  hasComment?: boolean
  takesWorkFromSomeone?: boolean
  assigneeIsActive?: boolean
  /** A verdict of the assignee on the claim's present revision. */
  hasOwnPresentVerdict?: boolean
  hasEvidence?: boolean
  hasChain?: boolean
  /** A reason for each chain or item of which nobody has answered how it knows, or who speaks in it. */
  unanswered?: readonly Reason[]
  /** The approval names a verdict of this claim, made on its present revision. */
  verdictIsPresent?: boolean
  revisionIsPresent?: boolean
  /** What the origins that the rating asks for lack; empty when they suffice or a reason is recorded. */
  originRefusals?: readonly Reason[]
  /** Something that the verdict rests on is not what it was. */
  needsAttention?: boolean
  isSelfAssignment?: boolean
}

type Need =
  | 'activeMember'
  | 'reasonIfTaken'
  | 'reason'
  | 'comment'
  | 'ownVerdict'
  | 'evidence'
  | 'chain'
  | 'answers'
  | 'notAuthor'
  | 'otherHand'
  | 'presentVerdict'
  | 'presentRevision'
  | 'origins'
  | 'nothingNeedsAttention'

// Each need answers with the reasons for which it is not met.
const when = (met: boolean | undefined, reason: Reason): Reason[] => (met ? [] : [reason])

const NEEDS: Record<Need, (facts: ReviewFacts) => Reason[]> = {
  activeMember: (facts) => when(facts.assigneeIsActive, { key: 'review.assigneeNotActive' }),
  reasonIfTaken: (facts) =>
    when(!facts.takesWorkFromSomeone || facts.hasReason, {
      key: 'review.reasonToReassign',
      path: 'reason',
    }),
  reason: (facts) => when(facts.hasReason, { key: 'review.reasonNeeded', path: 'reason' }),
  comment: (facts) => when(facts.hasComment, { key: 'review.commentNeeded', path: 'comment' }),
  ownVerdict: (facts) => when(facts.hasOwnPresentVerdict, { key: 'review.ownVerdictNeeded' }),
  evidence: (facts) => when(facts.hasEvidence, { key: 'review.evidenceNeeded' }),
  chain: (facts) => when(facts.hasChain, { key: 'review.chainNeeded' }),
  answers: (facts) => [...(facts.unanswered ?? [])],
  notAuthor: (facts) => when(!facts.isVerdictAuthor, { key: 'review.ownVerdict' }),
  otherHand: (facts) => when(!facts.isOneHand, { key: 'review.oneHand', values: { days: ONE_HAND_DAYS } }),
  presentVerdict: (facts) => when(facts.verdictIsPresent, { key: 'review.verdictNotPresent' }),
  presentRevision: (facts) => when(facts.revisionIsPresent, { key: 'review.claimChanged' }),
  origins: (facts) => [...(facts.originRefusals ?? [])],
  nothingNeedsAttention: (facts) => when(!facts.needsAttention, { key: 'review.needsAttention' }),
}

type Transition = {
  from: readonly ReviewState[]
  to: ReviewState
  who: PermissionRule
  needs: readonly Need[]
}

const { OPEN, ASSIGNED, CHECKING, IN_REVIEW, APPROVED, PUBLISHED, DROPPED } = ReviewState
const EDITOR: PermissionRule = [['editor']]
const ASSIGNEE: PermissionRule = [['checker', 'assignee']]

/** The review, as one table: buttons, server guards, the README's diagram and the tests read it. */
export const TRANSITIONS = {
  assign: { from: [OPEN], to: ASSIGNED, who: EDITOR, needs: ['activeMember'] },
  take: {
    from: [OPEN],
    to: ASSIGNED,
    who: [['checker']],
    needs: ['activeMember'],
  },
  reassign: {
    from: [ASSIGNED, CHECKING],
    to: ASSIGNED,
    who: EDITOR,
    needs: ['activeMember', 'reasonIfTaken'],
  },
  start: { from: [ASSIGNED], to: CHECKING, who: ASSIGNEE, needs: [] },
  submit: {
    from: [CHECKING],
    to: IN_REVIEW,
    who: ASSIGNEE,
    needs: ['ownVerdict', 'evidence', 'chain', 'answers'],
  },
  withdraw: { from: [IN_REVIEW], to: CHECKING, who: ASSIGNEE, needs: [] },
  return: {
    from: [IN_REVIEW],
    to: CHECKING,
    who: [
      ['checker', 'notAssignee', 'reviewer'],
      ['notAssignee', 'editor'],
    ],
    needs: ['comment'],
  },
  approve: {
    from: [IN_REVIEW],
    to: APPROVED,
    who: [['checker', 'reviewer'], ['editor']],
    needs: ['notAuthor', 'otherHand', 'presentVerdict', 'presentRevision', 'origins', 'nothingNeedsAttention'],
  },
  reopen: {
    from: [APPROVED, PUBLISHED],
    to: CHECKING,
    who: EDITOR,
    needs: ['reason'],
  },
  drop: {
    from: [OPEN, ASSIGNED, CHECKING, IN_REVIEW, APPROVED],
    to: DROPPED,
    who: EDITOR,
    needs: ['reason'],
  },
  restore: { from: [DROPPED], to: OPEN, who: EDITOR, needs: ['reason'] },
} as const satisfies Record<string, Transition>

export type ReviewAction = keyof typeof TRANSITIONS
export const REVIEW_ACTIONS = Object.keys(TRANSITIONS) as readonly ReviewAction[]

/** Every reason why this move is refused; empty when it is allowed. The screen and the server both ask here. */
export function transitionRefusals(action: ReviewAction, facts: ReviewFacts): Reason[] {
  const transition: Transition = TRANSITIONS[action]
  const wrongState = transition.from.includes(facts.state)
    ? []
    : [{ key: 'review.wrongState', values: { state: facts.state, action } }]
  return [
    ...(facts.isArchived ? [{ key: 'article.archived' }] : []),
    ...wrongState,
    ...whoRefusals(transition.who, facts),
    ...transition.needs.flatMap((need) => NEEDS[need](facts)),
  ]
}

/** The moves that lead on from a state, in the table's order: what the screen offers. */
export const actionsFrom = (state: ReviewState): ReviewAction[] =>
  REVIEW_ACTIONS.filter((action) => (TRANSITIONS[action] as Transition).from.includes(state))
