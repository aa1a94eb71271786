import { describe, expect, test } from 'vitest'
import type { MarkView } from '@/lib/review/mark-view'
import { type ClaimPatches, patched, withTold } from './claim-patches'

const claim = (id: string, start: number | null, more: Partial<MarkView> = {}): MarkView => ({
  ...{
    id,
    number: Number(id),
    version: 1,
    category: 'OTHER',
    checked: 'CONTENT',
    wording: `Claim ${id}`,
    state: 'OPEN',
  },
  ...{ assignee: null, verdict: null, origins: null, needsAttention: false },
  spans: start === null ? [] : [{ id: `span ${id}`, start, end: start + 5 }],
  ...more,
})
const NONE: ClaimPatches = new Map()
const ids = (claims: readonly MarkView[]) => claims.map(({ id }) => id)

describe('what has become of the claims of an open article', () => {
  const opened = [claim('1', 10), claim('2', 30), claim('3', null)]

  test('a claim that changed takes its place, one that is gone leaves it, a new one stands where it is read', () => {
    const patches = withTold(NONE, [
      ['2', { since: 8n, claim: claim('2', 5, { state: 'CHECKING' }) }],
      ['1', { since: 8n, claim: null }],
      ['4', { since: 8n, claim: claim('4', 12) }],
    ])
    const now = patched(opened, 7n, patches)
    expect(ids(now)).toEqual(['2', '4', '3'])
    expect(now[0]?.state).toBe('CHECKING')
  })

  test('of two that begin together the wider comes first; those without a passage come last, by number', () => {
    const wide = claim('5', 10, { spans: [{ id: 'x', start: 10, end: 90 }] })
    const patches = withTold(NONE, [
      ['5', { since: 8n, claim: wide }],
      ['0', { since: 8n, claim: claim('0', null) }],
    ])
    expect(ids(patched(opened, 7n, patches))).toEqual(['5', '1', '2', '0', '3'])
  })

  test('an answer that was asked for earlier does not undo a later one, nor what the page was read with', () => {
    const later = withTold(NONE, [['1', { since: 9n, claim: claim('1', 10, { state: 'DROPPED' }) }]])
    const late = withTold(later, [['1', { since: 8n, claim: claim('1', 10, { state: 'OPEN' }) }]])
    expect(patched(opened, 7n, late)[0]?.state).toBe('DROPPED')
    // The page was read anew since.
    expect(patched(opened, 10n, late)).toBe(opened)
  })

  test('a claim that is as it was stays the same object', () => {
    const patches = withTold(NONE, [['1', { since: 8n, claim: claim('1', 10) }]])
    expect(patched(opened, 7n, patches)[0]).toBe(opened[0])
    const changed = withTold(patches, [['1', { since: 9n, claim: claim('1', 11) }]])
    const again = withTold(changed, [['1', { since: 10n, claim: claim('1', 11) }]])
    expect(again.get('1')?.claim).toBe(changed.get('1')?.claim)
  })
})
