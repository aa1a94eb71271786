import { describe, expect, it } from 'vitest'
import { countOrigins } from '@/lib/independence/count-origins'
import { asSharing, findSharings } from '@/lib/independence/find-sharings'
import type { CopyRuling, Telling } from '@/lib/independence/tellings'
import { aHop, aNode, anAppearance } from '@/seeds/appearance-builders'

const WORDS = 'sept terroristes de l’Etat islamique sont en fuite'
const telling = (id: string, part: Partial<Telling> = {}): Telling => ({
  ...{ appearanceId: id, textId: `text ${id}`, published: null },
  passages: [{ in: `version ${id}`, start: 10, end: 60, words: WORDS }],
  ...part,
})
const on = (day: string, latest = day) => ({ published: { earliest: day, latest } })
const ruling = (kind: CopyRuling['kind'], copy: string, original: string, at = '2021-08-27'): CopyRuling => ({
  ...{ kind, at, copy: { textId: `text ${copy}`, in: `version ${copy}`, start: 50, end: 70, words: WORDS } },
  original: { textId: `text ${original}`, in: `version ${original}`, start: 0, end: 11, words: WORDS },
})
const found = (tellings: Telling[], rulings: CopyRuling[] = []) =>
  findSharings(tellings, rulings).map(({ oneId, otherId, direction, by }) => `${oneId} ${otherId} ${direction} ${by}`)

describe('appearances whose texts share the passage', () => {
  it('have one common origin while no date tells, and in either order', () => {
    expect(found([telling('b'), telling('a')])).toEqual(['a b common machine'])
    expect(found([telling('a', on('2021-08-01', '2021-08-31')), telling('b', on('2021-08-27'))])).toEqual([
      'a b common machine',
    ])
  })

  it('the later one copied, where one was published wholly before the other', () => {
    const [early, late] = [telling('a', on('2021-08-26')), telling('b', on('2021-08-27'))]
    expect(found([early, late])).toEqual(['b a oneCopied dates'])
    expect(found([late, early])).toEqual(['b a oneCopied dates'])
    expect(findSharings([early, late], []).map(asSharing)).toEqual([
      { kind: 'copiedFrom', copyId: 'b', originalId: 'a' },
    ])
  })

  it('appearances of one text, and other words, share nothing', () => {
    expect(found([telling('a', { textId: 't' }), telling('b', { textId: 't' })])).toEqual([])
    const other = { in: 'version b', start: 0, end: 9, words: 'Le dernier vol britannique a quitté Kaboul.' }
    expect(found([telling('a'), telling('b', { passages: [other] })])).toEqual([])
  })

  it('what a person said last about the place stands above dates and words', () => {
    const two = [telling('a', on('2021-08-26')), telling('b', on('2021-08-27'))]
    expect(found(two, [ruling('COPIED_FROM', 'a', 'b')])).toEqual(['a b oneCopied person'])
    expect(found(two, [ruling('COMMON_ORIGIN', 'b', 'a')])).toEqual(['a b common person'])
    const [no, yes] = [ruling('NOT_COPIED', 'b', 'a', '2021-08-28'), ruling('COPIED_FROM', 'b', 'a', '2021-08-29')]
    expect(found(two, [ruling('COPIED_FROM', 'a', 'b'), no])).toEqual([])
    expect(found(two, [yes, no])).toEqual(['b a oneCopied person'])
    const short = { in: 'version b', start: 52, end: 66, words: 'sept kamikazes' }
    expect(found([telling('a'), telling('b', { passages: [short] })], [yes])).toEqual(['b a oneCopied person'])
    const elsewhere = { ...no, copy: { ...no.copy, start: 60, end: 90 } }
    expect(found(two, [elsewhere])).toEqual(['b a oneCopied dates'])
  })
  it('what was decided on another version of a text holds for the same words of this one', () => {
    const two = [telling('a'), telling('b')]
    const decided = ruling('COPIED_FROM', 'a', 'b')
    const newer = { ...decided.copy, in: 'version a2', start: 400, end: 420 }
    expect(found(two, [{ ...decided, copy: newer }])).toEqual(['a b oneCopied person'])
    expect(
      found(two, [{ ...decided, copy: { ...newer, words: 'Le dernier vol britannique a quitté Kaboul.' } }]),
    ).toEqual(['a b common machine'])
  })
})

describe('reprints that were each edited their own way', () => {
  const told = (id: string, words: string, part: Partial<Telling> = {}) =>
    telling(id, { passages: [{ in: `version ${id}`, start: 0, end: words.length, words }], ...part })
  const origins = (tellings: Telling[], rulings: CopyRuling[] = []) =>
    countOrigins(
      tellings.map(({ appearanceId }) => anAppearance(appearanceId, [aHop(aNode(`witness of ${appearanceId}`))])),
      { sharings: findSharings(tellings, rulings).map(asSharing) },
    ).asserting
  const AGENCY = 'sept terroristes venus de la province voisine sont encore en fuite dans la capitale ce soir'
  const edited = [
    AGENCY.replace('sept', 'huit').replace('terroristes', 'hommes').replace('venus', 'partis'),
    AGENCY.replace('encore', 'toujours').replace('fuite', 'cavale').replace('voisine', 'proche'),
    AGENCY.replace('capitale', 'ville').replace('ce', 'hier').replace('soir', 'matin'),
  ]

  it('are one origin, though none is near enough to another one', () => {
    const reprints = edited.map((words, at) => told(`r${at}`, words))
    expect(findSharings(reprints, [])).toEqual([])
    expect(origins([told('agency', AGENCY), ...reprints])).toMatchObject({ appearances: 4, origins: 1, roundUps: 0 })
    const dated = [
      told('agency', AGENCY, on('2021-08-28')),
      ...reprints.map((each) => ({ ...each, ...on('2021-08-27') })),
    ]
    expect(origins(dated)).toMatchObject({ appearances: 4, origins: 1 })
  })

  it('a round-up that has one half from each of two texts stands between two origins', () => {
    const other = 'les autorités locales demandent aux habitants de rester chez eux jusqu’à nouvel ordre demain'
    const all = [told('a', AGENCY), told('b', other), told('roundUp', `${AGENCY}, et ${other}`)]
    expect(origins(all)).toMatchObject({ appearances: 3, origins: 2, roundUps: 1 })
  })

  it('what a person says is common to each of two pairs is common to all three, unless a person tells two apart', () => {
    const words = ['Sept hommes.', 'Seven men.', 'Sieben Männer.']
    const three = ['a', 'b', 'c'].map((id, at) =>
      telling(id, { passages: [{ in: `version ${id}`, start: 0, end: 70, words: words[at] ?? '' }] }),
    )
    const [one, two] = [ruling('COMMON_ORIGIN', 'a', 'b'), ruling('COMMON_ORIGIN', 'b', 'c')]
    expect(origins(three, [one])).toMatchObject({ origins: 2, roundUps: 0 })
    expect(origins(three, [one, two])).toMatchObject({ origins: 1, roundUps: 0 })
    expect(origins(three, [one, two, ruling('NOT_COPIED', 'a', 'c')])).toMatchObject({ origins: 2, roundUps: 1 })
  })
})
