import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantityReasons } from '@/lib/figures/quantity'
import { type QuantityReading, readNextQuantity, readQuantity } from '@/lib/figures/read-quantity'

const TOLL =
  'Le nombre de morts de l’attaque de l’aéroport de Kaboul hier est passé à 170 – avec des marines américains parmi les victimes.'

/** Bounds as `qualifier low best high`, "-" for what is not stated. */
const told = (reading: QuantityReading | null) =>
  reading && [reading.qualifier, reading.low ?? '-', reading.best ?? '-', reading.high ?? '-'].join(' ')

describe('readQuantity', () => {
  it.each([
    ['170', 'EXACT - 170 -'],
    ['170 morts', 'EXACT - 170 -'],
    ['treize', 'EXACT - 13 -'],
    ['1 000 soldats', 'EXACT - 1000 -'],
    ['1\u202f000 soldats', 'EXACT - 1000 -'],
    ['1,5 million de réfugiés', 'EXACT - 1500000 -'],
    ['au moins treize', 'AT_LEAST 13 - -'],
    ['au moins sept kamikazes sont en fuite', 'AT_LEAST 7 - -'],
    ['treize morts au moins', 'AT_LEAST 13 - -'],
    ['pas moins de 13 morts', 'AT_LEAST 13 - -'],
    ['at least 13', 'AT_LEAST 13 - -'],
    ['no fewer than seventy-five', 'AT_LEAST 75 - -'],
    ['13 or more dead', 'AT_LEAST 13 - -'],
    ['pas plus de 13 morts', 'UP_TO - - 13'],
    ['no more than 13 dead', 'UP_TO - - 13'],
    ['more than a hundred killed', 'MORE_THAN 100 - -'],
    ['deux à trois cents morts', 'RANGE 200 - 300'],
    ['dix à cent vingt morts', 'RANGE 10 - 120'],
    ['plus de cent', 'MORE_THAN 100 - -'],
    ['plus d’une centaine de morts', 'MORE_THAN 100 - -'],
    ['more than 100 people', 'MORE_THAN 100 - -'],
    ['près de 200', 'ABOUT - 200 -'],
    ['nearly 200', 'ABOUT - 200 -'],
    ['quelque 200 personnes', 'ABOUT - 200 -'],
    ['some 200 people', 'ABOUT - 200 -'],
    ['une centaine', 'ABOUT - 100 -'],
    ['près d’une centaine', 'ABOUT - 100 -'],
    ['a couple of soldiers', 'ABOUT - 2 -'],
    ['deux cents environ', 'ABOUT - 200 -'],
    ['jusqu’à 200 morts', 'UP_TO - - 200'],
    ['up to 200', 'UP_TO - - 200'],
    ['moins de 50 blessés', 'UP_TO - - 50'],
    ['entre 150 et 200', 'RANGE 150 - 200'],
    ['de 150 à 200 morts', 'RANGE 150 - 200'],
    ['150–200 dead', 'RANGE 150 - 200'],
    ['between 150 and 200', 'RANGE 150 - 200'],
    ['deux ou trois blessés', 'RANGE 2 - 3'],
    ['2 à 3 millions', 'RANGE 2000000 - 3000000'],
    ['est passé de 95 à 170 morts', 'EXACT - 170 -'],
    ['rose from 95 to 170', 'EXACT - 170 -'],
    ['des dizaines', 'VAGUE 10 - -'],
    ['dozens', 'VAGUE 12 - -'],
    ['scores were killed', 'VAGUE 20 - -'],
    ['hundreds of people', 'VAGUE 100 - -'],
    ['des dizaines de milliers', 'VAGUE 10000 - -'],
    ['plusieurs morts', 'VAGUE 2 - -'],
    ['soixante-dix-sept', 'EXACT - 77 -'],
    ['quatre-vingt-dix', 'EXACT - 90 -'],
    ['septante', 'EXACT - 70 -'],
    ['un soldat', 'EXACT - 1 -'],
    ['un', 'EXACT - 1 -'],
    ['aucun mort', 'EXACT - 0 -'],
    [TOLL, 'EXACT - 170 -'],
    ['Le 26 août 2021, treize soldats', 'EXACT - 13 -'],
    ['On August 26, 13 troops', 'EXACT - 13 -'],
    ['À 17h50, une femme de 42 ans et 3 enfants tués', 'EXACT - 3 -'],
    ['Une attaque à l’aéroport', null],
    ['Un ancien responsable', null],
    ['', null],
  ])('%j', (words, expected) => expect(told(readQuantity(words))).toBe(expected))

  const of = (
    measure: string | null,
    population: string | null = null,
    nationality: string | null = null,
    unit = '',
  ) => ({
    ...{ measure, population, nationality, unit: unit || null },
  })
  it.each([
    ['170 morts', of('KILLED')],
    ['13 U.S. service members killed', of('KILLED', 'MILITARY', 'U.S.')],
    ['170 Afghans killed', of('KILLED', null, 'Afghans')],
    ['plus de 150 blessés', of('INJURED')],
    ['treize disparus', of('MISSING')],
    ['13 morts et 150 blessés', of('KILLED')],
    ['13 marines américains tués', of('KILLED', 'MILITARY', 'américains')],
    ['au moins sept kamikazes sont en fuite', of('OTHER', 'ATTACKERS', null, 'kamikazes')],
    ['1 000 soldats britanniques', of('OTHER', 'MILITARY', 'britanniques', 'soldats')],
    ['trois policiers blessés', of('INJURED', 'POLICE')],
    ['deux civils tués', of('KILLED', 'CIVILIAN')],
    ['12 % des habitants', of('OTHER', null, null, '%')],
    // The marines are among the 170, not all of them.
    [TOLL, of('KILLED')],
    ['170', of(null)],
  ])('what %j counts', (words, expected) => expect(readQuantity(words)).toMatchObject(expected))

  it('reads whatever there is, and what it proposes can stand', () => {
    const piece = fc.constantFrom(
      ...'au moins;plus de;entre;et;à;170;13;treize;des dizaines;une centaine;morts;civils;dont;dozens;0;1,5;million;-;\u202f;%'.split(
        ';',
      ),
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join(' ')),
    )
    fc.assert(
      fc.property(text, (words) => {
        const reading = readQuantity(words)
        if (!reading) return
        const { low, best, high } = reading
        const stated = [low, best, high].filter((each) => each !== null)
        expect(stated.length).toBeGreaterThan(0)
        expect(stated).toEqual([...stated].sort((a, b) => a - b))
        const asOther = { ...reading, measure: 'OTHER', unit: 'x' } as const
        expect(quantityReasons(asOther)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is left to enter of words that state several quantities', () => {
  const both = 'Au moins 13 soldats américains et 170 civils afghans ont été tués le 26 août, 150 autres blessés.'
  const amounts = (...each: number[]) => each.map((best) => ({ low: null, best, high: null }))
  const atLeast = { low: 13, best: null, high: null }

  it.each([
    ['nothing is there', [], 'AT_LEAST 13 - -'],
    ['the first is there', [atLeast], 'EXACT - 170 -'],
    ['two are there', [atLeast, ...amounts(170)], 'EXACT - 150 -'],
    ['another one is there', amounts(9), 'AT_LEAST 13 - -'],
    ['all are there', [atLeast, ...amounts(170, 150)], 'AT_LEAST 13 - -'],
  ])('%s', (_, stated, next) => expect(told(readNextQuantity(both, stated))).toBe(next))

  it('what is said behind the second of two that are joined is said of both', () => {
    const measures = (words: string) => [
      readQuantity(words)?.measure,
      readNextQuantity(words, [readQuantity(words) ?? atLeast])?.measure,
    ]
    expect(measures(both)).toEqual(['KILLED', 'KILLED'])
    expect(measures('13 U.S. soldiers and at least 170 Afghan civilians were killed')).toEqual(['KILLED', 'KILLED'])
  })

  it('takes a range for one quantity, and no date for any', () => {
    const range = 'Entre 90 et 100 morts le 27 août, puis 170 morts.'
    expect(told(readNextQuantity(range, []))).toBe('RANGE 90 - 100')
    expect(told(readNextQuantity(range, [{ low: 90, best: null, high: 100 }]))).toBe('EXACT - 170 -')
  })
})
