import { describe, expect, it } from 'vitest'
import { countOrigins } from '@/lib/independence/count-origins'
import type { Decision } from '@/lib/independence/decide-groups'
import { type Appearance, resolveOrigin } from '@/lib/independence/origins'
import type { Sharing } from '@/lib/independence/sharings'
import { anAppearance as appearance, aHop as hop, aNode as source } from '@/seeds/appearance-builders'

type Rest = { sharings?: Sharing[]; decisions?: Decision[] }
/** Appearances, origins and undetermined ones of the asserting side. */
const numbers = (appearances: Appearance[], rest: Rest = {}) => {
  const { appearances: all, origins, undetermined } = countOrigins(appearances, rest).asserting
  return [all, origins, undetermined]
}
const standings = (appearances: Appearance[], rest: Rest = {}) =>
  countOrigins(appearances, rest).asserting.groups.map(({ standing, appearanceIds }) => [
    standing,
    appearanceIds.join(' '),
  ])

const mallick = source('Anas Mallick')
const services = source('U.S. intelligence', 'ORGANISATION')
const report = source('a report', 'DOCUMENT', { parent: services })
const ministry = source('ministry', 'ORGANISATION')
const official = (id: string) => source(id, 'UNNAMED_IN_TEXT', { role: 'un responsable', parent: ministry })
const [w1, w2, w3] = [source('w1'), source('w2'), source('w3')]

describe('where the information enters the world', () => {
  it('five reprints of one agency text are five appearances and one origin, once it is known that the agency witnessed', () => {
    const agency = source('AFP', 'OUTLET')
    const reprints = ['a', 'b', 'c', 'd', 'e'].map((id) => appearance(id, [hop(agency)]))
    expect(numbers(reprints)).toEqual([5, 0, 1])
    const [first, ...others] = reprints
    expect(numbers([...(first ? [{ ...first, knows: 'WITNESSED' as const }] : []), ...others])).toEqual([5, 1, 0])
  })

  it('two outlets with two witnesses are two', () =>
    expect(numbers([appearance('a', [hop(w1)]), appearance('b', [hop(source('RT', 'OUTLET')), hop(w2)])])).toEqual([
      2, 2, 0,
    ]))

  it('a document, its issuer and the issuer’s spokesman are one', () => {
    const spokesman = hop(source('spokesman'), { onBehalfOf: services })
    const appearances = [appearance('1', [hop(report)]), appearance('2', [hop(services)]), appearance('3', [spokesman])]
    expect(numbers(appearances)).toEqual([3, 1, 0])
    expect(countOrigins(appearances).asserting.groups[0]?.rules).toEqual(['lastHop', 'onBehalfOf', 'issuer'])
  })

  it('the seven bombers: a report, its issuer through a relay, and a voice that nobody names', () => {
    const foreign = source('un renseignement étranger', 'UNNAMED_IN_TEXT', { role: 'service de renseignement' })
    const journalists = hop(source('journalists', 'UNNAMED_IN_TEXT'))
    const appearances = [
      appearance('1', [hop(report)]),
      appearance('2', [hop(mallick), hop(services)]),
      appearance('3', [hop(mallick), journalists, hop(foreign)]),
    ]
    expect(numbers(appearances)).toEqual([3, 1, 1])
  })

  it('a text that names nobody is asked how it knows: it, or its outlet, is an origin by the answer alone', () => {
    const wion = source('WION', 'OUTLET')
    const text = source('article', 'DOCUMENT', { outlet: wion, isArticle: true })
    const told = (knows: Appearance['knows'], of: Appearance['text'] = text) => appearance('a', [], { knows, text: of })
    expect(resolveOrigin(told('WITNESSED'))).toMatchObject({ origin: wion, rule: 'witnessed', isKnown: true })
    expect(resolveOrigin(told('OWN_STATEMENT', source('t', 'DOCUMENT', { isArticle: true })))).toMatchObject({
      ...{ key: 'source:t', rule: 'ownStatement', isKnown: true },
    })
    for (const knows of ['NOT_ANSWERED', 'WAS_OWN_VOICE', 'NOT_SAID'] as const) {
      expect(resolveOrigin(told(knows))).toMatchObject({ isKnown: false, isAsked: true })
      expect(numbers([told(knows)])).toEqual([1, 0, 1])
    }
    expect(resolveOrigin(told('WITNESSED', null))).toMatchObject({ key: null, origin: null, rule: 'noSource' })
  })

  it('a denial counts against, "declined to comment" nowhere', () => {
    const against = appearance('a', [hop(mallick)], { side: 'contradicts' })
    const { asserting, contradicting } = countOrigins([against, appearance('b', [hop(ministry)], { side: 'neither' })])
    expect([asserting.appearances, contradicting.appearances, contradicting.origins]).toEqual([0, 1, 1])
  })

  it('ends on documents that issue each other', () => {
    const one = source('a', 'DOCUMENT')
    one.parent = source('b', 'DOCUMENT', { parent: one })
    expect(numbers([appearance('1', [hop(one)])])).toEqual([1, 1, 0])
  })

  it('who cites a text that is among the appearances takes what that text takes, whatever was answered before', () => {
    const rt = source('RT', 'OUTLET')
    const told = appearance('a', [hop(w1)], { text: source('on RT', 'DOCUMENT', { outlet: rt }) })
    for (const knows of ['NOT_ANSWERED', 'WITNESSED'] as const)
      expect(standings([told, appearance('b', [hop(rt)], { knows }), appearance('c', [hop(w2)])])).toEqual([
        ['origin', 'a b'],
        ['origin', 'c'],
      ])
  })
})

describe('how a text knows', () => {
  const [bbc, cnn] = [source('BBC', 'OUTLET'), source('CNN', 'OUTLET')]
  const bbcText = source('on BBC', 'DOCUMENT', { outlet: bbc, isArticle: true })

  it('"selon la BBC" and "selon CNN" are no origin and two to determine', () =>
    expect(numbers([appearance('a', [hop(bbc)]), appearance('b', [hop(cnn)])])).toEqual([2, 0, 2]))

  it('an article that no outlet is known for is asked too, where a chain ends at it', () => {
    const paper = source('paper', 'DOCUMENT', { isArticle: true })
    expect(numbers([appearance('a', [hop(paper)])])).toEqual([1, 0, 1])
    expect(numbers([appearance('a', [hop(paper)], { knows: 'WITNESSED' })])).toEqual([1, 1, 0])
    const alert = source('alert', 'DOCUMENT', { outlet: source('embassy', 'ORGANISATION'), isArticle: true })
    expect(numbers([appearance('a', [hop(alert)])])).toEqual([1, 1, 0])
  })

  it('an answer for a chain that ends elsewhere changes nothing', () =>
    expect(numbers([appearance('a', [hop(w1)], { knows: 'NOT_SAID' })])).toEqual([1, 1, 0]))

  it('importing the text that a chain ends at lowers no count that was right', () => {
    const cites = appearance('x', [hop(bbc)], { knows: 'WITNESSED' })
    const other = appearance('y', [hop(w1)])
    expect(numbers([cites, other])).toEqual([2, 2, 0])
    const imported = appearance('i', [], { text: bbcText })
    expect(numbers([cites, other, imported])).toEqual([3, 2, 1])
    const unnamed = appearance('u', [hop(source('on', 'UNNAMED_IN_TEXT'))], { text: bbcText })
    expect(numbers([cites, other, unnamed])).toEqual([3, 2, 0])
    expect(numbers([cites, other, unnamed, imported])).toEqual([4, 2, 2])
    const goesRound = appearance('r', [hop(source('x text', 'DOCUMENT', { isArticle: true }))], { text: bbcText })
    const inTurn = { ...cites, text: source('x text', 'DOCUMENT', { isArticle: true }) }
    expect(numbers([inTurn, other, goesRound])[1]).toBe(2)
    // The text itself tells where it has it: from the very witness who is counted already.
    expect(numbers([cites, other, appearance('t', [hop(w1)], { text: bbcText })])).toEqual([3, 1, 0])
  })

  it('two texts of one outlet that do not say are two questions; one that witnessed answers for itself alone', () => {
    const second = source('later on BBC', 'DOCUMENT', { outlet: bbc, isArticle: true })
    const [one, other] = [appearance('a', [], { text: bbcText }), appearance('b', [], { text: second })]
    expect(numbers([one, other])).toEqual([2, 0, 2])
    expect(numbers([{ ...one, knows: 'WITNESSED' }, other])).toEqual([2, 1, 1])
    expect(numbers([one, other], { sharings: [{ kind: 'common', oneId: 'a', otherId: 'b' }] })).toEqual([2, 0, 1])
  })
})

describe('evidence is read like a claim', () => {
  const item = (id: string, text: Appearance['text'], part: Partial<Appearance> = {}) =>
    appearance(id, [], { text, kind: 'evidence', ...part })
  const hospital = source('hospital', 'ORGANISATION')

  it('a person, a body and what it issued vouch for their words; an outlet, an article and a paper of nobody are asked', () => {
    const issued = source('list', 'DOCUMENT', { parent: hospital })
    expect(numbers([item('a', w1), item('b', hospital), item('c', issued)])).toEqual([3, 2, 0])
    const vague = [source('BBC', 'OUTLET'), source('a paper', 'DOCUMENT'), source('t', 'DOCUMENT', { isArticle: true })]
    for (const text of vague) {
      expect(numbers([item('a', text)])).toEqual([1, 0, 1])
      expect(numbers([item('a', text, { knows: 'OWN_STATEMENT' })])).toEqual([1, 1, 0])
    }
    expect(numbers([item('a', null)])).toEqual([1, 0, 1])
  })

  it('whose words have a speaker it is undetermined until somebody answers', () => {
    const open = item('a', hospital, { hasSpeaker: true })
    expect(numbers([open])).toEqual([1, 0, 1])
    expect(numbers([open, item('b', hospital)])).toEqual([2, 1, 1])
    expect(numbers([{ ...open, knows: 'OWN_STATEMENT' }, item('b', hospital)])).toEqual([2, 1, 0])
    expect(numbers([{ ...open, knows: 'NOT_SAID' }])).toEqual([1, 0, 1])
    expect(numbers([{ ...open, hops: [hop(w1)] }])).toEqual([1, 1, 0])
    // Whoever cites the same body is an origin as before.
    expect(numbers([open, appearance('c', [hop(hospital)])])).toEqual([2, 1, 1])
  })

  it('a prefect, a reprint of him and a hospital’s list are two', () => {
    const told = [
      appearance('p', [hop(w1)]),
      appearance('q', [hop(w1)]),
      item('h', source('list', 'DOCUMENT', { parent: hospital })),
    ]
    expect(numbers(told, { sharings: [{ kind: 'copiedFrom', copyId: 'q', originalId: 'p' }] })).toEqual([3, 2, 0])
  })
})

describe('said, or so', () => {
  const kirby = source('a spokesman')
  const [bbc, cnn, afp] = ['BBC', 'CNN', 'AFP'].map((name) => source(name, 'OUTLET'))
  const of = (outlet: Appearance['text'] | undefined) =>
    source(`on ${outlet?.id}`, 'DOCUMENT', { outlet: outlet ?? null, isArticle: true })
  const heard = (id: string, outlet: typeof bbc, knows: Appearance['knows'] = 'WITNESSED', hops = [hop(kirby)]) =>
    appearance(id, hops, { text: of(outlet), knows })
  const utterance = (appearances: Appearance[], rest: Rest = {}) => {
    const { origins, undetermined } = countOrigins(appearances, { ...rest, checked: 'UTTERANCE' }).asserting
    return [origins, undetermined]
  }

  it('a spokesman’s words that two outlets’ own reporters heard are one origin of what he says, two of his saying it', () => {
    const appearances = [heard('a', bbc), heard('b', cnn)]
    expect(numbers(appearances)).toEqual([2, 1, 0])
    expect(utterance(appearances)).toEqual([2, 0])
    expect(countOrigins(appearances, { checked: 'UTTERANCE' }).asserting.groups.map(({ rules }) => rules)).toEqual([
      ['witnessed'],
      ['witnessed'],
    ])
  })

  it('who does not say how the words came to it is to be determined', () => {
    expect(utterance([heard('a', bbc, 'NOT_ANSWERED'), heard('b', cnn, 'NOT_SAID')])).toEqual([0, 2])
    expect(utterance([heard('a', bbc), heard('b', cnn, 'NOT_SAID')])).toEqual([1, 1])
  })

  it('copies, and what one agency relays, are one hearer', () => {
    const appearances = [heard('a', bbc), heard('b', cnn)]
    expect(utterance(appearances, { sharings: [{ kind: 'copiedFrom', copyId: 'b', originalId: 'a' }] })).toEqual([1, 0])
    const relayed = afp ? [hop(afp), hop(kirby)] : []
    expect(utterance([heard('a', bbc, 'WITNESSED', relayed), heard('b', cnn, 'NOT_ANSWERED', relayed)])).toEqual([1, 0])
  })

  it('a reporter who is named heard them; a chain without hops is the text that has them', () => {
    const named = heard('a', bbc, 'NOT_ANSWERED', [hop(mallick), hop(kirby)])
    expect(utterance([named])).toEqual([1, 0])
    expect(countOrigins([named], { checked: 'UTTERANCE' }).asserting.groups[0]).toMatchObject({
      ...{ origin: { name: 'Anas Mallick' }, rules: ['heard'] },
    })
    expect(utterance([heard('a', bbc, 'WITNESSED', [])])).toEqual([1, 0])
  })

  it('evidence whose speaker was confirmed counts for the body that keeps the record, else for the text by its answer', () => {
    const record = appearance('r', [hop(kirby)], { kind: 'evidence', text: ministry, hasSpeaker: true })
    expect(utterance([record])).toEqual([1, 0])
    expect(utterance([{ ...record, text: of(bbc) }])).toEqual([0, 1])
  })
})

describe('voices that the text does not name', () => {
  const on = (id: string, day: string | null, voice = official(id)) => appearance(id, [hop(voice, { day })])

  it('an "official" of one ministry is one on one day', () =>
    expect(numbers([on('a', '2021-08-26'), on('b', '2021-08-26')])).toEqual([2, 1, 0]))

  it('on another day, or on none, it may be somebody else: one stands, the other is undetermined', () => {
    expect(numbers([on('a', '2021-08-26'), on('b', '2021-08-27')])).toEqual([2, 1, 1])
    expect(numbers([on('a', '2021-08-26'), on('b', null)])).toEqual([2, 1, 1])
    expect(numbers([on('a', null), on('b', null)])).toEqual([2, 1, 1])
    const groups = countOrigins([on('a', '2021-08-27'), on('b', '2021-08-26')]).asserting.groups
    expect(groups.map(({ appearanceIds, rules }) => [appearanceIds, rules])).toEqual([
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
    expect(numbers([appearance('a', [hop(thought)])])).toEqual([1, 0, 1])
    expect(numbers([appearance('a', [hop(thought)]), appearance('b', [hop(thought)])])).toEqual([2, 0, 2])
  })
})

describe('circles', () => {
  const [a, b] = [source('A', 'OUTLET'), source('B', 'OUTLET')]

  it('A cites B cites A has no origin, as one chain and as two appearances whose texts cite each other', () => {
    expect(standings([appearance('1', [hop(b), hop(a)], { text: a })])).toEqual([['circle', '1']])
    expect(standings([appearance('1', [hop(b)], { text: a }), appearance('2', [hop(a)], { text: b })])).toEqual([
      ['circle', '1 2'],
    ])
  })

  it('who cites a circle stands in it; a circle on the way to an origin is none', () => {
    const round = appearance('1', [hop(b), hop(a)], { text: a })
    expect(standings([round, appearance('2', [hop(a)])])).toEqual([['circle', '1 2']])
    expect(numbers([appearance('1', [hop(b), hop(a), hop(w1)], { text: a })])).toEqual([1, 1, 0])
  })

  it('a source that cites itself is one voice', () =>
    expect(numbers([appearance('1', [hop(a), hop(a)], { text: a, knows: 'WITNESSED' })])).toEqual([1, 1, 0]))
})

describe('copies', () => {
  const three = [appearance('a', [hop(w1)]), appearance('b', [hop(w2)]), appearance('r', [hop(w3)])]
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
