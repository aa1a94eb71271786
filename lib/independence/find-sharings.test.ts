import { describe, expect, it } from 'vitest'
import { asSharing, findSharings, type PassageRuling, type Telling } from '@/lib/independence/find-sharings'

const WORDS = 'sept terroristes de l’Etat islamique sont en fuite'
const telling = (id: string, part: Partial<Telling> = {}): Telling => ({
  ...{ accountId: id, textId: `text ${id}`, published: null },
  passages: [{ in: `version ${id}`, start: 10, end: 60, words: WORDS }],
  ...part,
})
const on = (day: string, latest = day) => ({ published: { earliest: day, latest } })
const ruling = (kind: PassageRuling['kind'], copy: string, original: string, at = '2021-08-27'): PassageRuling => ({
  ...{ kind, at, copy: { in: `version ${copy}`, start: 50, end: 70 } },
  original: { in: `version ${original}`, start: 0, end: 11 },
})
const found = (tellings: Telling[], rulings: PassageRuling[] = []) =>
  findSharings(tellings, rulings).map(({ oneId, otherId, direction, by }) => `${oneId} ${otherId} ${direction} ${by}`)

describe('accounts whose texts share the passage', () => {
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

  it('accounts of one text, and other words, share nothing', () => {
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
    const elsewhere = { ...no, copy: { in: 'version b', start: 60, end: 90 } }
    expect(found(two, [elsewhere])).toEqual(['b a oneCopied dates'])
  })
})
