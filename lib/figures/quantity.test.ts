import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadingNumber, numberOf, type Quantity, quantityReasons } from '@/lib/figures/quantity'
import { FigureMeasure, FigureQualifier } from '@/prisma/generated/enums'

const exactly = (best: number): Quantity => ({
  measure: 'KILLED',
  qualifier: 'EXACT',
  unit: null,
  low: null,
  best,
  high: null,
})
const keys = (quantity: Quantity) => quantityReasons(quantity).map(({ key }) => key)

describe('quantityReasons', () => {
  it.each<[string, Partial<Quantity>, string[]]>([
    ['170 killed', {}, []],
    ['exact without a number', { best: null }, ['figure.bestMissing']],
    ['a range without its ends', { qualifier: 'RANGE' }, ['figure.lowMissing', 'figure.highMissing']],
    ['a range', { qualifier: 'RANGE', low: 10, best: null, high: 20 }, []],
    ['a range turned round', { qualifier: 'RANGE', low: 20, best: null, high: 10 }, ['figure.lowAboveHigh']],
    ['at least, without a number', { qualifier: 'AT_LEAST', best: null }, ['figure.numberMissing']],
    ['vague, without a number', { qualifier: 'VAGUE', best: null }, []],
    ['low above best', { low: 171 }, ['figure.lowAboveBest']],
    ['best above high', { high: 169 }, ['figure.bestAboveHigh']],
    ['half a person', { best: 1.5 }, ['figure.notACount']],
    ['fewer than nobody', { best: -1 }, ['figure.notACount']],
    ['another measure without its unit', { measure: 'OTHER' }, ['figure.unitMissing']],
    ['minus 2.5 degrees', { measure: 'OTHER', unit: '°C', best: -2.5 }, []],
    ['zero is a number', { best: 0 }, []],
  ])('%s', (_, part, expected) => expect(keys({ ...exactly(170), ...part })).toEqual(expected))

  it('never lets through numbers out of order', () => {
    const number = fc.option(fc.integer({ min: 0, max: 50 }))
    fc.assert(
      fc.property(number, number, number, fc.constantFrom(...Object.values(FigureQualifier)), (low, best, high, q) => {
        const quantity = { measure: FigureMeasure.KILLED, qualifier: q, unit: null, low, best, high }
        fc.pre(quantityReasons(quantity).length === 0)
        const stated = [low, best, high].filter((each) => each !== null)
        expect(stated).toEqual([...stated].sort((a, b) => a - b))
        expect(q === 'VAGUE' || stated.length > 0).toBe(true)
        expect(leadingNumber(quantity) === null).toBe(q === 'RANGE' || q === 'VAGUE')
      }),
    )
  })
})

it('"at least 13" is about its low number, "up to 20" about its high one', () => {
  expect(leadingNumber({ ...exactly(15), qualifier: 'AT_LEAST', low: 13 })).toBe(13)
  expect(leadingNumber({ ...exactly(15), qualifier: 'UP_TO', high: 20 })).toBe(20)
  expect(leadingNumber({ ...exactly(15), qualifier: 'AT_LEAST' })).toBe(15)
})

it.each([
  ['170', 170],
  ['1 000', 1000],
  ['1\u202f000', 1000],
  ['1,000', 1000],
  ['1.000.000', 1_000_000],
  ['2,5', 2.5],
  ['-2.5', -2.5],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['abc', Number.NaN],
  ['1,2,3', Number.NaN],
  ['0,125', 0.125],
  ['-0.500', -0.5],
])('%j is read as %s', (typed, number) => expect(numberOf(typed)).toBe(number))
