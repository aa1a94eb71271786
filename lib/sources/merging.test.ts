import { describe, expect, it } from 'vitest'
import { type Mergeable, mergeRefusals } from '@/lib/sources/merging'

const FACTS = { isArticle: false, isOutletOfArticles: false, isAboveKept: false, isPartOfOther: false, hasParts: false }
const aSource = (id: string, part: Partial<Mergeable> = {}): Mergeable => ({
  ...{ id, kind: 'DOCUMENT', name: id, aliases: [], role: null, parentId: null, mergedIntoId: null },
  ...part,
})
const keysOf = (kept: Mergeable, dropped: Mergeable) => mergeRefusals(kept, dropped, FACTS).map(({ key }) => key)

describe('mergeRefusals', () => {
  const report = aSource('report', { parentId: 'ministry' })

  it('a document is not merged into what does not stand for its issuer: that would count an origin more', () => {
    expect(keysOf(aSource('other report'), report)).toEqual(['source.mergeIssuer'])
    expect(keysOf(aSource('other report', { parentId: 'army' }), report)).toEqual(['source.mergeIssuer'])
    expect(keysOf(aSource('somebody', { kind: 'PERSON' }), report)).toEqual(['source.mergeIssuer'])
  })

  it('a document is merged into its issuer, or into another of the same issuer', () => {
    expect(keysOf(aSource('ministry', { kind: 'ORGANISATION' }), report)).toEqual([])
    expect(keysOf(aSource('same report', { parentId: 'ministry' }), report)).toEqual([])
    expect(keysOf(report, aSource('unsigned copy'))).toEqual([])
  })
})
