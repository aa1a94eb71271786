import { describe, expect, it } from 'vitest'
import { countOrigins } from '@/lib/independence/count-origins'
import type { Decision } from '@/lib/independence/decide-groups'
import { type Account, resolveOrigin } from '@/lib/independence/origins'
import type { Sharing } from '@/lib/independence/sharings'
import { anAccount as account, aHop as hop, aNode as source } from '@/seeds/account-builders'

type Rest = { sharings?: Sharing[]; decisions?: Decision[] }
/** Accounts, origins and undetermined ones of the asserting side. */
const numbers = (accounts: Account[], rest: Rest = {}) => {
  const { accounts: all, origins, undetermined } = countOrigins(accounts, rest).asserting
  return [all, origins, undetermined]
}
const standings = (accounts: Account[], rest: Rest = {}) =>
  countOrigins(accounts, rest).asserting.groups.map(({ standing, accountIds }) => [standing, accountIds.join(' ')])

const mallick = source('Anas Mallick')
const services = source('U.S. intelligence', 'ORGANISATION')
const report = source('a report', 'DOCUMENT', { parent: services })
const ministry = source('ministry', 'ORGANISATION')
const official = (id: string) => source(id, 'UNNAMED_IN_TEXT', { role: 'un responsable', parent: ministry })
const [w1, w2, w3] = [source('w1'), source('w2'), source('w3')]

describe('where the information enters the world', () => {
  it('five reprints of one agency text are five accounts and one origin', () => {
    const agency = source('AFP', 'OUTLET')
    expect(numbers(['a', 'b', 'c', 'd', 'e'].map((id) => account(id, [hop(agency)])))).toEqual([5, 1, 0])
  })

  it('two outlets with two witnesses are two', () =>
    expect(numbers([account('a', [hop(w1)]), account('b', [hop(source('RT', 'OUTLET')), hop(w2)])])).toEqual([2, 2, 0]))

  it('a document, its issuer and the issuer’s spokesman are one', () => {
    const spokesman = hop(source('spokesman'), { onBehalfOf: services })
    const accounts = [account('1', [hop(report)]), account('2', [hop(services)]), account('3', [spokesman])]
    expect(numbers(accounts)).toEqual([3, 1, 0])
    expect(countOrigins(accounts).asserting.groups[0]?.rules).toEqual(['lastHop', 'onBehalfOf', 'issuer'])
  })

  it('the seven bombers: a report, its issuer through a relay, and a voice that nobody names', () => {
    const foreign = source('un renseignement étranger', 'UNNAMED_IN_TEXT', { role: 'service de renseignement' })
    const journalists = hop(source('journalists', 'UNNAMED_IN_TEXT'))
    const accounts = [
      account('1', [hop(report)]),
      account('2', [hop(mallick), hop(services)]),
      account('3', [hop(mallick), journalists, hop(foreign)]),
    ]
    expect(numbers(accounts)).toEqual([3, 1, 1])
  })

  it('the empty chain is the outlet, else the text itself', () => {
    const wion = source('WION', 'OUTLET')
    const text = source('article', 'DOCUMENT', { outlet: wion })
    expect(resolveOrigin({ hops: [], text })).toMatchObject({ origin: wion, rule: 'outlet' })
    expect(resolveOrigin({ hops: [], text: source('t', 'DOCUMENT') })).toMatchObject({
      key: 'source:t',
      rule: 'ownVoice',
    })
    expect(resolveOrigin({ hops: [], text: null })).toMatchObject({ key: null, origin: null, rule: 'noSource' })
  })

  it('a denial counts against, "declined to comment" nowhere', () => {
    const against = account('a', [hop(mallick)], { side: 'contradicts' })
    const { asserting, contradicting } = countOrigins([against, account('b', [hop(ministry)], { side: 'neither' })])
    expect([asserting.accounts, contradicting.accounts, contradicting.origins]).toEqual([0, 1, 1])
  })

  it('ends on documents that issue each other', () => {
    const one = source('a', 'DOCUMENT')
    one.parent = source('b', 'DOCUMENT', { parent: one })
    expect(numbers([account('1', [hop(one)])])).toEqual([1, 1, 0])
  })

  it('who cites a text that is among the accounts takes what that text takes', () => {
    const rt = source('RT', 'OUTLET')
    const told = account('a', [hop(w1)], { text: source('on RT', 'DOCUMENT', { outlet: rt }) })
    expect(standings([told, account('b', [hop(rt)]), account('c', [hop(w2)])])).toEqual([
      ['origin', 'a b'],
      ['origin', 'c'],
    ])
  })
})

describe('voices that the text does not name', () => {
  const on = (id: string, day: string | null, voice = official(id)) => account(id, [hop(voice, { day })])

  it('an "official" of one ministry is one on one day', () =>
    expect(numbers([on('a', '2021-08-26'), on('b', '2021-08-26')])).toEqual([2, 1, 0]))

  it('on another day, or on none, it may be somebody else: one stands, the other is undetermined', () => {
    expect(numbers([on('a', '2021-08-26'), on('b', '2021-08-27')])).toEqual([2, 1, 1])
    expect(numbers([on('a', '2021-08-26'), on('b', null)])).toEqual([2, 1, 1])
    expect(numbers([on('a', null), on('b', null)])).toEqual([2, 1, 1])
    const groups = countOrigins([on('a', '2021-08-27'), on('b', '2021-08-26')]).asserting.groups
    expect(groups.map(({ accountIds, rules }) => [accountIds, rules])).toEqual([
      [['b'], ['sameVoice']],
      [['a'], ['otherDay']],
    ])
  })

  it('what the desk keeps as one source is one on any day; another role is another voice', () => {
    const one = official('x')
    expect(numbers([on('a', '2021-08-26', one), on('b', null, one)])).toEqual([2, 1, 0])
    const soldier = source('y', 'UNNAMED_IN_TEXT', { role: 'un soldat', parent: ministry })
    expect(numbers([on('a', null, one), on('b', null, soldier)])).toEqual([2, 2, 0])
  })

  it('"on pense que" is undetermined, each time', () => {
    const thought = source('on', 'UNNAMED_IN_TEXT')
    expect(numbers([account('a', [hop(thought)])])).toEqual([1, 0, 1])
    expect(numbers([account('a', [hop(thought)]), account('b', [hop(thought)])])).toEqual([2, 0, 2])
  })
})

describe('circles', () => {
  const [a, b] = [source('A', 'OUTLET'), source('B', 'OUTLET')]

  it('A cites B cites A has no origin, as one chain and as two accounts whose texts cite each other', () => {
    expect(standings([account('1', [hop(b), hop(a)], { text: a })])).toEqual([['circle', '1']])
    expect(standings([account('1', [hop(b)], { text: a }), account('2', [hop(a)], { text: b })])).toEqual([
      ['circle', '1 2'],
    ])
  })

  it('who cites a circle stands in it; a circle on the way to an origin is none', () => {
    const round = account('1', [hop(b), hop(a)], { text: a })
    expect(standings([round, account('2', [hop(a)])])).toEqual([['circle', '1 2']])
    expect(numbers([account('1', [hop(b), hop(a), hop(w1)], { text: a })])).toEqual([1, 1, 0])
  })

  it('a source that cites itself is one voice', () =>
    expect(numbers([account('1', [hop(a), hop(a)], { text: a })])).toEqual([1, 1, 0]))
})

describe('copies', () => {
  const three = [account('a', [hop(w1)]), account('b', [hop(w2)]), account('r', [hop(w3)])]
  const copied = (copyId: string, originalId: string): Sharing => ({ kind: 'copiedFrom', copyId, originalId })
  const common = (oneId: string, otherId: string): Sharing => ({ kind: 'common', oneId, otherId })

  it('a copy has the origin of what it copies; without a direction the two have one', () => {
    expect(numbers(three, { sharings: [copied('r', 'a')] })).toEqual([3, 2, 0])
    expect(numbers(three, { sharings: [common('r', 'a')] })).toEqual([3, 2, 0])
  })

  it('a round-up that copies from two groups joins neither and adds none', () => {
    const expected = [
      ['origin', 'a'],
      ['origin', 'b'],
      ['roundUp', 'r'],
    ]
    expect(standings(three, { sharings: [copied('r', 'a'), copied('r', 'b')] })).toEqual(expected)
    expect(standings(three, { sharings: [common('r', 'a'), common('b', 'r')] })).toEqual(expected)
  })

  it('one passage in three texts is one origin; texts that copy each other have none', () => {
    const all = [common('r', 'a'), common('b', 'r'), common('a', 'b')]
    expect(numbers(three, { sharings: all })).toEqual([3, 1, 0])
    expect(standings(three, { sharings: [copied('a', 'b'), copied('b', 'a')] })).toEqual([
      ['origin', 'r'],
      ['circle', 'a b'],
    ])
  })
})
