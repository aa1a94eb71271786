import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, type AccountHop, countOrigins, resolveOrigin, type SourceNode } from '@/lib/independence/origins'
import { SourceKind } from '@/prisma/generated/enums'

const source = (id: string, kind: SourceKind = 'PERSON', part: Partial<SourceNode> = {}): SourceNode => ({
  id,
  kind,
  name: id,
  role: null,
  parent: null,
  outlet: null,
  ...part,
})
const hop = (from: SourceNode, part: Partial<AccountHop> = {}): AccountHop => ({
  source: from,
  affiliation: null,
  onBehalfOf: null,
  ...part,
})
const account = (id: string, hops: AccountHop[], part: Partial<Account> = {}): Account => ({
  id,
  side: 'asserts',
  hops,
  text: source('article', 'DOCUMENT'),
  ...part,
})
const asserting = (...accounts: Account[]) => {
  const { accounts: all, origins, undetermined } = countOrigins(accounts).asserting
  return [all, origins, undetermined]
}

const mallick = source('Anas Mallick')
const intelligence = source('U.S. intelligence', 'ORGANISATION')
const report = source('a report', 'DOCUMENT', { parent: intelligence })
const ministry = source('ministry', 'ORGANISATION')
const official = (id: string) => source(id, 'UNNAMED_IN_TEXT', { role: 'un responsable', parent: ministry })

describe('countOrigins', () => {
  it('five reprints of one agency text are five accounts and one origin', () => {
    const agency = source('AFP', 'OUTLET')
    expect(asserting(...['a', 'b', 'c', 'd', 'e'].map((id) => account(id, [hop(agency)])))).toEqual([5, 1, 0])
  })

  it('two outlets with two witnesses are two', () =>
    expect(
      asserting(account('a', [hop(source('w1'))]), account('b', [hop(source('RT', 'OUTLET')), hop(source('w2'))])),
    ).toEqual([2, 2, 0]))

  it('the seven bombers: a report, its issuer through a relay, and a voice that nobody names', () => {
    const foreign = source('un renseignement étranger', 'UNNAMED_IN_TEXT', { role: 'service de renseignement' })
    expect(
      asserting(
        account('1', [hop(report)]),
        account('2', [hop(mallick), hop(intelligence)]),
        account('3', [hop(mallick), hop(source('journalists', 'UNNAMED_IN_TEXT')), hop(foreign)]),
      ),
    ).toEqual([3, 1, 1])
  })

  it('a document, its issuer and the issuer’s spokesman are one', () =>
    expect(
      asserting(
        account('1', [hop(report)]),
        account('2', [hop(intelligence)]),
        account('3', [hop(source('spokesman'), { onBehalfOf: intelligence })]),
      ),
    ).toEqual([3, 1, 0]))

  it('unnamed officials of one ministry are never two; "on pense que" is undetermined', () => {
    expect(asserting(account('a', [hop(official('x'))]), account('b', [hop(official('y'))]))).toEqual([2, 1, 0])
    const onePense = source('on', 'UNNAMED_IN_TEXT')
    expect(asserting(account('a', [hop(onePense)]), account('b', [hop(onePense)]))).toEqual([2, 0, 2])
  })

  it('the empty chain is the outlet, else the text itself', () => {
    const wion = source('WION', 'OUTLET')
    const text = source('article', 'DOCUMENT', { outlet: wion })
    expect(resolveOrigin({ hops: [], text })).toMatchObject({ origin: wion, rule: 'outlet' })
    expect(resolveOrigin({ hops: [], text: source('t', 'DOCUMENT') })).toMatchObject({
      key: 'source:t',
      rule: 'ownVoice',
    })
    expect(resolveOrigin({ hops: [], text: null })).toEqual({ key: null, origin: null, rule: 'noSource' })
  })

  it('a denial counts against, "declined to comment" nowhere', () => {
    const counts = countOrigins([
      account('a', [hop(mallick)], { side: 'contradicts' }),
      account('b', [hop(ministry)], { side: 'neither' }),
    ])
    expect([counts.asserting.accounts, counts.contradicting.accounts]).toEqual([0, 1])
    expect(counts.contradicting.origins).toBe(1)
  })

  it('ends on documents that issue each other', () => {
    const circle = source('a', 'DOCUMENT')
    circle.parent = source('b', 'DOCUMENT', { parent: circle })
    expect(asserting(account('1', [hop(circle)]))).toEqual([1, 1, 0])
  })
})

// A small world, so that sources meet often.
const anySource = fc
  .record({
    id: fc.constantFrom('s1', 's2', 's3', 's4'),
    kind: fc.constantFrom(...Object.values(SourceKind)),
    role: fc.constantFrom(null, 'un responsable'),
    parent: fc.constantFrom(null, ministry),
  })
  .map(({ id, kind, ...part }) => source(`${kind} ${id}`, kind, part))
const anyHop = fc.record({
  source: anySource,
  affiliation: fc.constantFrom(null, ministry),
  onBehalfOf: fc.option(anySource),
})
const anyAccounts = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    side: fc.constantFrom('asserts', 'contradicts', 'neither'),
    hops: fc.array(anyHop, { maxLength: 4 }),
    text: fc.option(anySource),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)

describe('what always holds', () => {
  it('the order of the accounts does not matter', () =>
    fc.assert(
      fc.property(
        anyAccounts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(countOrigins(shuffled)).toEqual(countOrigins(all))
        },
      ),
    ))

  it('a relay between the text and a source adds no origin', () =>
    fc.assert(
      fc.property(anyAccounts, anyHop, (all, relay) => {
        const relayed = all.map((each) => (each.hops.length > 0 ? { ...each, hops: [relay, ...each.hops] } : each))
        const numbers = ({ asserting: a, contradicting: c }: ReturnType<typeof countOrigins>) => [
          [a.accounts, a.origins, a.undetermined],
          [c.accounts, c.origins, c.undetermined],
        ]
        expect(numbers(countOrigins(relayed))).toEqual(numbers(countOrigins(all)))
      }),
    ))

  it('two accounts with one last source are at most one origin', () =>
    fc.assert(
      fc.property(anyHop, fc.array(anyHop), fc.array(anyHop), (last, before, others) => {
        const [, origins, undetermined] = asserting(account('a', [...before, last]), account('b', [...others, last]))
        expect([
          [1, 0],
          [0, 2],
        ]).toContainEqual([origins, undetermined])
      }),
    ))

  it('every account stands in one group, and the counts never exceed the accounts', () =>
    fc.assert(
      fc.property(anyAccounts, (all) => {
        const { asserting: a, contradicting: c } = countOrigins(all)
        for (const side of [a, c]) {
          expect(side.origins + side.undetermined).toBeLessThanOrEqual(side.accounts)
          expect(new Set(side.groups.flatMap(({ accountIds }) => accountIds)).size).toBe(side.accounts)
        }
        expect(a.accounts + c.accounts).toBe(all.filter(({ side }) => side !== 'neither').length)
      }),
    ))

  it('one more account changes the origins by one at most, and never fewer', () =>
    fc.assert(
      fc.property(anyAccounts, anyHop, (all, last) => {
        const more = countOrigins([...all, account('new', [last])]).asserting.origins
        const before = countOrigins(all).asserting.origins
        expect([before, before + 1]).toContain(more)
      }),
    ))
})
