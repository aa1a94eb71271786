import { assert, constantFrom, date, property } from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, formatWorldDate, isoWorldDate, worldDateOf } from '@/lib/dates/world-date'

const range = (earliest: string, latest: string, precision: 'DAY' | 'MONTH' | 'YEAR' | 'RANGE') => ({
  earliest,
  latest,
  precision,
})
const august = range('2021-08-01', '2021-08-31', 'MONTH')

test('a date is shown no more precisely than it is known, in the reader’s language', () => {
  expect(formatWorldDate(range('2021-08-26', '2021-08-26', 'DAY'), 'fr')).toBe('26 août 2021')
  expect(formatWorldDate(august, 'fr')).toBe('août 2021')
  expect(formatWorldDate(august, 'en')).toBe('August 2021')
  expect(formatWorldDate(range('2021-01-01', '2021-12-31', 'YEAR'), 'fr')).toBe('2021')
  expect(formatWorldDate(range('2021-08-26', '2021-08-28', 'RANGE'), 'fr')).toBe('26–28 août 2021')
})

test('machines get ISO 8601', () => {
  expect(isoWorldDate(august)).toBe('2021-08')
  expect(isoWorldDate(range('2021-08-26', '2021-08-28', 'RANGE'))).toBe('2021-08-26/2021-08-28')
})

test('a month and a year span all of their days', () => {
  const draft = { ...draftOf(null), year: '2024', month: '02' }
  expect(worldDateOf({ ...draft, precision: 'MONTH' })).toMatchObject({ earliest: '2024-02-01', latest: '2024-02-29' })
  expect(worldDateOf({ ...draft, precision: 'YEAR' })).toMatchObject({ earliest: '2024-01-01', latest: '2024-12-31' })
})

test('an unknown date is none, an unfinished one is sent unfinished', () => {
  expect(worldDateOf(draftOf(null))).toBeNull()
  expect(worldDateOf({ ...draftOf(null), precision: 'DAY' })).toMatchObject({ earliest: '' })
  expect(worldDateOf({ ...draftOf(null), precision: 'YEAR', year: '21' })).toMatchObject({ earliest: '' })
})

test('what a form starts from is what it sends when nothing is touched', () => {
  const days = date({ min: new Date('1900-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
  assert(
    property(days, constantFrom('DAY', 'MONTH', 'YEAR'), (at, precision) => {
      const day = at.toISOString().slice(0, 10)
      const whole = worldDateOf({ ...draftOf(range(day, day, 'DAY')), precision })
      expect(whole && worldDateOf(draftOf(whole))).toEqual(whole)
    }),
  )
})
