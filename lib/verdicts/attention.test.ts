import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { attentionOf, changesSince, countChanges } from '@/lib/verdicts/attention'
import { groundsText } from '@/lib/verdicts/grounds'
import type { Ground, GroundKind, GroundState, Grounds } from '@/lib/verdicts/schema'

const ids = { claim: newId(), figure: newId(), chain: newId(), item: newId(), link: newId(), reply: newId() }
const [mallick, wion, article, warning, newer] = [newId(), newId(), newId(), newId(), newId()]
const entry = (kind: GroundKind, id: string, state: GroundState, version = 1): Ground => ({
  ...{ kind, id, version, state },
})
const group = (standing: string, ...accounts: string[]) => ({
  ...{ side: 'asserting', standing, origin: 'Anas Mallick' },
  accounts: accounts.map((id, index) => ({ id, kind: 'chain', number: index + 1 })),
})
const hop = (source: { id: string; name: string }, speechAct = 'SAID') => ({ source, speechAct, affiliation: null })

const WHOLE: Grounds = [
  entry('claim', ids.claim, { wording: '170 morts', passages: ['passé à 170'] }),
  entry('figure', ids.figure, { verbatim: '170', best: 170, supersededBy: [] }),
  entry('warning', warning, { audience: 'citoyens américains' }),
  entry('attribution', ids.chain, { hops: [hop({ id: mallick, name: 'Anas Mallick' })] }),
  entry('evidence', ids.item, { stance: 'SUPPORTS', source: { id: wion, name: 'WION' } }),
  entry('source', mallick, { name: 'Anas Mallick', reliability: null, reliabilityReason: null, mergedInto: null }),
  entry('source', wion, { name: 'WION', reliability: 'B', reliabilityReason: 'Connu', mergedInto: null }),
  entry('origins', ids.claim, { groups: [group('origin', ids.chain), group('undetermined', ids.item)] }),
  entry('link', ids.link, { claim: { id: newId(), name: 'Cent soixante-dix morts' }, articleId: newId() }),
  entry('articleVersion', article, { article: { id: article, name: 'Kaboul' }, latest: 1, standsIn: [1] }),
  entry('reply', ids.reply, { outcome: 'WAITING' }),
]
/** The whole with one entry's state changed in these fields. */
const having = (kind: GroundKind, id: string, changed: GroundState): Grounds =>
  WHOLE.map((each) => (each.kind === kind && each.id === id ? { ...each, state: { ...each.state, ...changed } } : each))
const without = (id: string) => WHOLE.filter((each) => each.id !== id)
const said = (then: Grounds, now: Grounds) =>
  changesSince(then, now).map(({ kind, id, what, fields }) => ({ kind, id, what, fields: fields.map((f) => f.field) }))
const since = (now: Grounds) => said(WHOLE, now)

describe('what has changed since a verdict', () => {
  it('is nothing where nothing has', () => expect(since(structuredClone(WHOLE))).toEqual([]))

  it.each<[GroundKind, string, GroundState]>([
    ['claim', ids.claim, { wording: '169 morts' }],
    ['figure', ids.figure, { best: 169 }],
    ['warning', warning, { audience: 'tous' }],
    ['attribution', ids.chain, { hops: [hop({ id: mallick, name: 'Anas Mallick' }, 'WROTE')] }],
    ['attribution', ids.chain, { hops: [] }],
    ['evidence', ids.item, { stance: 'CONTRADICTS' }],
    ['source', mallick, { name: 'Anas Malick' }],
    ['articleVersion', article, { standsIn: [2] }],
    ['reply', ids.reply, { outcome: 'DECLINED' }],
  ])('%s changed, by its field, with both states', (kind, id, changed) => {
    const now = having(kind, id, changed)
    expect(since(now)).toEqual([{ kind, id, what: 'changed', fields: Object.keys(changed) }])
    const [change] = changesSince(WHOLE, now)
    expect(change?.before?.state).toEqual(WHOLE.find((each) => each.kind === kind && each.id === id)?.state)
    expect(change?.after?.state).toMatchObject(changed)
    expect(said(now, WHOLE)).toHaveLength(1)
  })

  it.each([
    ['figure', ids.figure, 'removed'],
    ['warning', warning, 'removed'],
    ['attribution', ids.chain, 'removed'],
    ['evidence', ids.item, 'withdrawn'],
    ['link', ids.link, 'removed'],
    ['reply', ids.reply, 'removed'],
  ] as const)('%s gone, and come', (kind, id, what) => {
    expect(since(without(id))).toEqual([{ kind, id, what, fields: [] }])
    expect(said(without(id), WHOLE)).toEqual([{ kind, id, what: 'added', fields: [] }])
  })

  it('a figure that another one takes the place of; losing it again is a change', () => {
    const by = { id: newer, name: '182', reason: 'Le ministère corrige', claimId: newId(), articleId: newId() }
    const now = having('figure', ids.figure, { supersededBy: [by] })
    expect(since(now)).toEqual([{ kind: 'figure', id: ids.figure, what: 'superseded', fields: ['supersededBy'] }])
    expect(said(now, WHOLE)).toMatchObject([{ what: 'changed' }])
    expect(since(having('figure', ids.figure, { supersededBy: [by], best: 1 }))).toEqual([
      { kind: 'figure', id: ids.figure, what: 'superseded', fields: ['supersededBy'] },
      { kind: 'figure', id: ids.figure, what: 'changed', fields: ['best'] },
    ])
  })

  it('a source merged into another: the chains and evidence that name it have not changed by that', () => {
    const kept = { id: newId(), name: 'WION News' }
    const now = [
      ...having('source', wion, { mergedInto: kept }).map((each) =>
        each.id === ids.item ? { ...each, state: { ...each.state, source: kept } } : each,
      ),
      entry('source', kept.id, { name: kept.name, reliability: null, reliabilityReason: null, mergedInto: null }),
    ]
    expect(since(now)).toEqual([{ kind: 'source', id: wion, what: 'merged', fields: ['mergedInto'] }])
    // Judged after the merge, and taken apart again: the item names another source than it did.
    expect(said(now, WHOLE)).toMatchObject([{ kind: 'evidence', what: 'changed', fields: ['source'] }])
  })

  it('a source judged anew', () => {
    const now = having('source', wion, { reliability: 'D', reliabilityReason: 'Démenti' })
    expect(since(now)).toMatchObject([{ what: 'judged', fields: ['reliability', 'reliabilityReason'] }])
  })

  it('origins regrouped: who stands with whom counts, and as what; the order and the names do not', () => {
    const groups = (...of: ReturnType<typeof group>[]) => having('origins', ids.claim, { groups: of })
    const regrouped = [{ kind: 'origins', id: ids.claim, what: 'regrouped', fields: [] }]
    expect(since(groups(group('origin', ids.chain, ids.item)))).toEqual(regrouped)
    expect(since(groups(group('origin', ids.chain), group('origin', ids.item)))).toEqual(regrouped)
    const same = groups(group('undetermined', ids.item), { ...group('origin', ids.chain), origin: 'A. Mallick' })
    expect(since(same)).toEqual([])
  })

  it('a new text of the article', () => {
    const now = having('articleVersion', article, { latest: 2 })
    expect(since(now)).toEqual([{ kind: 'articleVersion', id: article, what: 'newVersion', fields: ['latest'] }])
  })

  it('leaves out what a later reader knows and the verdict did not ask for', () => {
    expect(since(having('figure', ids.figure, { currency: 'EUR' }))).toEqual([])
  })

  it('compares verdicts that keep versions alone by them, of the claim’s own parts', () => {
    const bare = WHOLE.flatMap(({ kind, id, version }) =>
      ['claim', 'figure', 'warning', 'attribution', 'evidence'].includes(kind) ? [{ kind, id, version }] : [],
    )
    expect(said(bare, WHOLE)).toEqual([])
    const raised = WHOLE.map((each) => (each.id === ids.chain ? { ...each, version: 2 } : each))
    expect(said(bare, raised)).toEqual([{ kind: 'attribution', id: ids.chain, what: 'changed', fields: [] }])
    expect(said(bare, without(ids.item))).toMatchObject([{ what: 'withdrawn' }])
    const by = { id: newer, name: '182', reason: null, claimId: newId(), articleId: newId() }
    expect(said(bare, having('figure', ids.figure, { supersededBy: [by] }))).toMatchObject([{ what: 'superseded' }])
  })

  it('says that a claim was changed and put back', () => {
    const verdict = { claimId: ids.claim, claimRevision: 1, grounds: WHOLE }
    expect(attentionOf(verdict, { revision: 1, grounds: WHOLE })).toEqual([])
    expect(attentionOf(verdict, { revision: 3, grounds: WHOLE })).toMatchObject([{ kind: 'claim', what: 'touched' }])
  })

  it('counts by kind for one line', () => {
    const now = WHOLE.filter(({ id }) => id !== ids.item && id !== ids.chain && id !== ids.reply)
    expect(countChanges([...changesSince(WHOLE, now), { kind: 'reply', what: 'removed' }])).toEqual([
      { kind: 'attribution', what: 'removed', count: 1 },
      { kind: 'evidence', what: 'withdrawn', count: 1 },
      { kind: 'reply', what: 'removed', count: 2 },
    ])
  })
})

describe('whatever a verdict rests on', () => {
  const anyWhole = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom<GroundKind>('claim', 'figure', 'evidence', 'source', 'reply', 'origins'),
      id: fc.uuid(),
      version: fc.nat(3),
      state: fc.option(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<GroundState[string]>), {
        nil: undefined,
      }),
    }),
    { selector: ({ kind, id }) => `${kind} ${id}` },
  )
  it('the same compared with itself differs in nothing, in any order', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, fc.integer(), (then, now, by) => {
        const turned = (list: Grounds) => list.map((_, at) => list.at((at + by) % list.length) ?? list[0]).reverse()
        const [a, b] = [turned(then), turned(now)].map((list) => list.flatMap((each) => each ?? []))
        expect(changesSince(then, structuredClone(then))).toEqual([])
        expect(changesSince(a ?? [], b ?? [])).toEqual(changesSince(then, now))
      }),
    )
  })

  it('has one text in any order, and another one where anything differs', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, (then, now) => {
        expect(groundsText(then.toReversed())).toBe(groundsText(structuredClone(then)))
        const tells = changesSince(then, now).length > 0
        expect(tells && groundsText(then) === groundsText(now)).toBe(false)
      }),
    )
  })
})
