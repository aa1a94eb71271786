import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCKED_STATES } from '@/lib/claims/lock'
import { reviewDiagram } from '@/lib/review/diagram'
import { actionsFrom, REVIEW_ACTIONS, type ReviewFacts, TRANSITIONS, transitionRefusals } from '@/lib/review/workflow'
import { ReviewState, Role } from '@/prisma/generated/enums'

const maybe = fc.boolean()
const anyFacts: fc.Arbitrary<ReviewFacts> = fc.record({
  state: fc.constantFrom(...Object.values(ReviewState)),
  role: fc.constantFrom(null, ...Object.values(Role)),
  isAssignee: maybe,
  isReviewer: maybe,
  isVerdictAuthor: maybe,
  isOneHand: maybe,
  hasReason: maybe,
  hasComment: maybe,
  takesWorkFromSomeone: maybe,
  assigneeIsActive: maybe,
  hasOwnPresentVerdict: maybe,
  hasEvidence: maybe,
  hasChain: maybe,
  verdictIsPresent: maybe,
  revisionIsPresent: maybe,
  originRefusals: fc.constantFrom([], [{ key: 'origins.lacking' }]),
  needsAttention: maybe,
})
const anyAction = fc.constantFrom(...REVIEW_ACTIONS)
const allowed = (action: (typeof REVIEW_ACTIONS)[number], facts: ReviewFacts) =>
  transitionRefusals(action, facts).length === 0

describe('the review table', () => {
  test('a move is never allowed from a state that it does not name', () => {
    fc.assert(
      fc.property(anyAction, anyFacts, (action, facts) => {
        const from: readonly ReviewState[] = TRANSITIONS[action].from
        fc.pre(!from.includes(facts.state))
        expect(transitionRefusals(action, facts).map((reason) => reason.key)).toContain('review.wrongState')
      }),
    )
  })

  test('nobody approves a verdict of their own, whatever else holds', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(allowed('approve', { ...facts, isVerdictAuthor: true })).toBe(false)
      }),
    )
  })

  test('two accounts that may be in one hand do not approve each other, whatever else holds', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(allowed('approve', { ...facts, isOneHand: true })).toBe(false)
      }),
    )
  })

  test('a verdict that needs attention is not approved, whatever else holds', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(allowed('approve', { ...facts, needsAttention: true })).toBe(false)
      }),
    )
  })

  test('viewers and outsiders move nothing', () => {
    fc.assert(
      fc.property(anyAction, anyFacts, fc.constantFrom(null, Role.VIEWER), (action, facts, role) => {
        expect(allowed(action, { ...facts, role })).toBe(false)
      }),
    )
  })

  test('more met needs never add a reason', () => {
    const needs = [
      'hasReason',
      'hasComment',
      'hasEvidence',
      'hasChain',
      'verdictIsPresent',
      'revisionIsPresent',
    ] as const
    fc.assert(
      fc.property(anyAction, anyFacts, fc.constantFrom(...needs), (action, facts, need) => {
        const before = transitionRefusals(action, { ...facts, [need]: false }).length
        expect(transitionRefusals(action, { ...facts, [need]: true }).length).toBeLessThanOrEqual(before)
      }),
    )
  })

  test('a refusal lists every reason at once', () => {
    const facts: ReviewFacts = { state: 'CHECKING', role: 'CHECKER', isAssignee: true }
    expect(transitionRefusals('submit', facts).map((reason) => reason.key)).toEqual([
      'review.ownVerdictNeeded',
      'review.evidenceNeeded',
      'review.chainNeeded',
    ])
  })

  test('every state can be left, and every state but OPEN is reached', () => {
    for (const state of Object.values(ReviewState)) expect(actionsFrom(state)).not.toEqual([])
    const reached = new Set(REVIEW_ACTIONS.map((action) => TRANSITIONS[action].to))
    expect([...reached].sort()).toEqual(['APPROVED', 'ASSIGNED', 'CHECKING', 'DROPPED', 'IN_REVIEW', 'OPEN'])
  })

  test('what is under review or approved is locked', () => {
    expect(LOCKED_STATES).toEqual(['IN_REVIEW', 'APPROVED', 'PUBLISHED'])
  })

  test('the README draws this table', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    expect(readme).toContain(reviewDiagram())
  })
})
