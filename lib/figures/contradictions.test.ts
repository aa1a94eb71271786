import { describe, expect, it } from 'vitest'
import { type ComparedFigure, contradictions } from '@/lib/figures/contradictions'
import { differences, seriesKey } from '@/lib/figures/series'

const on = (day: number) => ({ earliest: `2021-08-${day}`, latest: `2021-08-${day}` })
const figure = (id: string, best: number | null, part: Partial<ComparedFigure> = {}): ComparedFigure => ({
  ...{
    id,
    measure: 'KILLED',
    unit: null,
    population: 'NOT_STATED',
    nationality: null,
    includesAttackers: 'NOT_STATED',
  },
  ...{ place: null, qualifier: 'EXACT', low: null, best, high: null, rank: 'NORMAL', asOf: null, reportedOn: null },
  ...{ relation: null, relatedTo: null, supersedes: null, supersededBy: [] },
  ...part,
})
const found = (...figures: ComparedFigure[]) =>
  contradictions(figures).map(({ kind, ids }) => `${kind} ${ids.join(' ')}`)
const atLeast = (low: number) => ({ qualifier: 'AT_LEAST', low }) as const
const partOf = (id: string) => ({ relation: 'PART_OF', relatedTo: { id } }) as const

describe('contradictions', () => {
  it.each<[string, ComparedFigure[], string[]]>([
    ['a toll that rises', [figure('a', 95, { asOf: on(26) }), figure('b', 170, { asOf: on(27) })], []],
    ['a toll that falls', [figure('a', 170, { asOf: on(26) }), figure('b', 95, { asOf: on(27) })], ['lowerLater b a']],
    [
      'one that falls, of a day that may be the same',
      [figure('a', 170, { asOf: on(26) }), figure('b', 95, { asOf: { earliest: '2021-08-26', latest: '2021-08-27' } })],
      [],
    ],
    [
      'reported later, with no date of its own',
      [figure('a', 170, { reportedOn: on(26) }), figure('b', 95, { reportedOn: on(27) })],
      ['lowerLater b a'],
    ],
    [
      'a correction',
      [
        figure('a', 170, { asOf: on(26), supersededBy: [{ id: 'b' }] }),
        figure('b', 95, { asOf: on(27), supersedes: { id: 'a' } }),
      ],
      [],
    ],
    [
      'an outdated one',
      [figure('a', 170, { asOf: on(26), rank: 'DEPRECATED' }), figure('b', 95, { asOf: on(27) })],
      [],
    ],
    [
      'at least 13, then 11',
      [figure('a', null, { asOf: on(26), ...atLeast(13) }), figure('b', 11, { asOf: on(27) })],
      ['lowerLater b a'],
    ],
    [
      '170, then at least 13',
      [figure('a', 170, { asOf: on(26) }), figure('b', null, { asOf: on(27), ...atLeast(13) })],
      [],
    ],
    [
      'ranges that overlap',
      [
        figure('a', null, { asOf: on(26), qualifier: 'RANGE', low: 150, high: 200 }),
        figure('b', null, { asOf: on(27), qualifier: 'RANGE', low: 100, high: 160 }),
      ],
      [],
    ],
    [
      'about 200, then 190',
      [figure('a', 200, { asOf: on(26), qualifier: 'ABOUT' }), figure('b', 190, { asOf: on(27) })],
      [],
    ],
    [
      'other people',
      [figure('a', 170, { asOf: on(26) }), figure('b', 13, { asOf: on(27), population: 'MILITARY' })],
      [],
    ],
    [
      'another place',
      [figure('a', 170, { asOf: on(26), place: 'Kaboul' }), figure('b', 9, { asOf: on(27), place: 'Jalalabad' })],
      [],
    ],
    ['a part that is missing', [figure('t', 170), figure('p', 13, { population: 'MILITARY', ...partOf('t') })], []],
    ['a part above its total', [figure('t', 10), figure('p', 13, partOf('t'))], ['partExceeds p t']],
    [
      'told from the other side',
      [figure('t', 10, { relation: 'TOTAL_OF', relatedTo: { id: 'p' } }), figure('p', 13)],
      ['partExceeds p t'],
    ],
    [
      'parts without overlap above their total',
      [
        figure('t', 170),
        figure('p', 100, { population: 'CIVILIAN', ...partOf('t') }),
        figure('q', 80, { population: 'MILITARY', ...partOf('t') }),
      ],
      ['partsExceed t p q'],
    ],
    ['parts that may overlap', [figure('t', 170), figure('p', 100, partOf('t')), figure('q', 80, partOf('t'))], []],
    ['a total that is at least so many', [figure('t', null, atLeast(10)), figure('p', 13, partOf('t'))], []],
    [
      'soldiers in the place of all',
      [figure('a', 13, { population: 'MILITARY', supersedes: { id: 'b' } }), figure('b', 170)],
      ['notComparable a b'],
    ],
    [
      'civilians as a part of soldiers',
      [figure('t', 13, { population: 'MILITARY' }), figure('p', 2, { population: 'CIVILIAN', ...partOf('t') })],
      ['notComparable p t'],
    ],
    [
      'the same, said by the total',
      [
        figure('t', 13, { population: 'MILITARY', relation: 'TOTAL_OF', relatedTo: { id: 'p' } }),
        figure('p', 2, { population: 'CIVILIAN' }),
      ],
      ['notComparable p t'],
    ],
  ])('%s', (_, figures, expected) => expect(found(...figures)).toEqual(expected))

  const atTime = (day: number, time: string, zone: string | null) => ({
    ...on(day),
    clock: { from: time, until: time, zone },
  })
  const group = (id: string) => ({ population: 'ARMED_GROUP', group: { id } }) as const
  it.each<[string, ComparedFigure[], string[]]>([
    [
      'a toll that falls within a day',
      [
        figure('a', 170, { asOf: atTime(26, '13:20', '+00:00') }),
        figure('b', 95, { asOf: atTime(26, '18:30', 'Asia/Kabul') }),
      ],
      ['lowerLater b a'],
    ],
    [
      'one whose hour is of an unknown zone',
      [figure('a', 170, { asOf: atTime(26, '13:20', '+00:00') }), figure('b', 95, { asOf: atTime(26, '18:30', null) })],
      [],
    ],
    [
      'a later part of the total',
      [figure('a', 170, { asOf: on(26) }), figure('b', 13, { asOf: on(27), ...partOf('a') })],
      [],
    ],
    [
      'a part of a part',
      [
        figure('a', 170, { asOf: on(26) }),
        figure('b', 150, { ...partOf('a') }),
        figure('c', 13, { asOf: on(27), ...partOf('b') }),
      ],
      [],
    ],
    [
      'others without overlap',
      [
        figure('a', 170, { asOf: on(26) }),
        figure('b', 13, { asOf: on(27), relation: 'DISJOINT_WITH', relatedTo: { id: 'a' } }),
      ],
      [],
    ],
    [
      'all, and those of whom the text says nothing',
      [figure('a', 170, { asOf: on(26), population: 'ALL' }), figure('b', 13, { asOf: on(27) })],
      [],
    ],
    [
      'one country in two languages',
      [
        figure('a', 13, { asOf: on(26), nationality: 'U.S.' }),
        figure('b', 11, { asOf: on(27), nationality: 'américains' }),
      ],
      ['lowerLater b a'],
    ],
    [
      'an old word and a chosen country',
      [figure('a', 13, { asOf: on(26), nationality: 'American' }), figure('b', 11, { asOf: on(27), country: 'US' })],
      ['lowerLater b a'],
    ],
    [
      'words in which no country is read',
      [
        figure('a', 13, { asOf: on(26), nationality: 'Hazaras' }),
        figure('b', 11, { asOf: on(27), nationality: 'Hazaras' }),
      ],
      [],
    ],
    [
      'one armed group',
      [figure('a', 28, { asOf: on(26), ...group('t') }), figure('b', 20, { asOf: on(27), ...group('t') })],
      ['lowerLater b a'],
    ],
    [
      'two armed groups',
      [figure('a', 28, { asOf: on(26), ...group('t') }), figure('b', 3, { asOf: on(27), ...group('k') })],
      [],
    ],
    [
      'armed groups that nobody named',
      [
        figure('a', 28, { asOf: on(26), population: 'ARMED_GROUP' }),
        figure('b', 3, { asOf: on(27), population: 'ARMED_GROUP' }),
      ],
      [],
    ],
  ])('%s', (_, figures, expected) => expect(found(...figures)).toEqual(expected))

  const cnn = { origins: ['cnn'] }
  it.each<[string, ComparedFigure[], string[]]>([
    [
      'of one day',
      [figure('a', 60, { ...cnn, asOf: on(26) }), figure('b', 90, { ...cnn, asOf: on(26) })],
      ['sameOrigin a b'],
    ],
    ['of no known time', [figure('a', 60, cnn), figure('b', 90, cnn)], ['sameOrigin a b']],
    ['of two origins', [figure('a', 60, cnn), figure('b', 90, { origins: ['bbc'] })], []],
    ['the later more', [figure('a', 60, { ...cnn, asOf: on(26) }), figure('b', 90, { ...cnn, asOf: on(27) })], []],
    [
      'reported one after the other',
      [figure('a', 60, { ...cnn, reportedOn: on(26) }), figure('b', 90, { ...cnn, reportedOn: on(27) })],
      [],
    ],
    [
      'published one after the other',
      [figure('a', 60, { ...cnn, published: on(26) }), figure('b', 90, { ...cnn, published: on(27) })],
      [],
    ],
    [
      'one in the other’s place',
      [figure('a', 60, { ...cnn, supersededBy: [{ id: 'b' }] }), figure('b', 90, { ...cnn, supersedes: { id: 'a' } })],
      [],
    ],
    ['at least 60, and 90', [figure('a', null, { ...cnn, ...atLeast(60) }), figure('b', 90, cnn)], []],
    ['of other people', [figure('a', 60, cnn), figure('b', 13, { ...cnn, population: 'MILITARY' })], []],
    ['a part and its total', [figure('a', 60, cnn), figure('b', 13, { ...cnn, ...partOf('a') })], []],
  ])('one origin’s two numbers, %s', (_, figures, expected) => expect(found(...figures)).toEqual(expected))

  it('170 Afghans and 13 U.S. service members of one event never merge', () => {
    const afghans = figure('a', 170, { nationality: 'Afghans', asOf: on(26) })
    const marines = figure('b', 13, { nationality: 'U.S.', population: 'MILITARY', asOf: on(27) })
    expect(seriesKey(afghans)).not.toBe(seriesKey(marines))
    expect(differences(afghans, marines)).toEqual(['population', 'nationality'])
    expect(found(afghans, marines)).toEqual([])
    // Even where somebody puts one in the other's place, that is what is pointed out.
    expect(found(afghans, { ...marines, supersedes: { id: 'a' } })).toEqual(['notComparable b a'])
  })

  it('who is counted is compared without regard to capitals, and “not stated” is all', () => {
    expect(seriesKey(figure('a', 1, { nationality: 'Afghans' }))).toBe(
      seriesKey(figure('b', 2, { nationality: 'afghans' })),
    )
    expect(seriesKey(figure('a', 1))).toBe(seriesKey(figure('b', 2, { population: 'ALL' })))
    expect(seriesKey(figure('a', 1))).not.toBe(seriesKey(figure('b', 2, { measure: 'INJURED' })))
  })
})
