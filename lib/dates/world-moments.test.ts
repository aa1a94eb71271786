import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnownZone, LOCAL, momentsAt, zoneOf } from '@/lib/dates/time-zones'
import {
  draftOf,
  formatWorldDate,
  isAsPrecise,
  isInOrder,
  isoWorldDate,
  isShownTime,
  type WorldDateRange,
  worldDateOf,
} from '@/lib/dates/world-date'
import { compareWorldDates, isSurelyBefore, sharedZone, stretchIn, stretchOf } from '@/lib/dates/world-moments'

const at = (day: string, time: string, zone: string | null = null): WorldDateRange => ({
  ...{ earliest: day, latest: day, precision: 'MINUTE' },
  clock: { from: time, until: time, zone },
})
const day = (on: string): WorldDateRange => ({ earliest: on, latest: on, precision: 'DAY' })
const BOMB = at('2021-08-26', '17:50', 'Asia/Kabul')

describe('zones', () => {
  it.each([
    ['Kaboul', 'Asia/Kabul'],
    ['Kabul', 'Asia/Kabul'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Katmandou', 'Asia/Kathmandu'],
    ['New York', 'America/New_York'],
    ['EDT', '-04:00'],
    ['utc', '+00:00'],
    ['UTC+4:30', '+04:30'],
    ['+0545', '+05:45'],
    ['Londres', 'Europe/London'],
    ['IST', null],
    ['UTC+19', null],
    ['Mars/Phobos', null],
    ['nulle part', null],
    ['', null],
  ])('%j is %j', (words, zone) => expect(zoneOf(words)).toBe(zone))

  it('know what changing clocks show once, twice, or never', () => {
    const shown = (zone: string, wall: string) =>
      momentsAt(zone, Date.parse(`${wall}Z`)).map((each) => new Date(each).toISOString().slice(11, 16))
    expect(shown('Asia/Kathmandu', '2021-08-26T17:50')).toEqual(['12:05'])
    expect(shown('Europe/Paris', '2021-10-31T02:30')).toEqual(['00:30', '01:30'])
    expect(shown('Europe/Paris', '2021-03-28T02:30')).toEqual([])
    expect(shown('America/New_York', '2021-11-07T01:30')).toEqual(['05:30', '06:30'])
  })
})

describe('a date with a time', () => {
  it('is shown with its zone, in the reader’s language', () => {
    const plain = (date: WorldDateRange, locale: string) => formatWorldDate(date, locale).replaceAll('\u00a0', ' ')
    expect(plain(BOMB, 'fr')).toBe('26 août 2021 à 17 h 50, heure de l’Afghanistan (UTC+04:30)')
    expect(plain(BOMB, 'en-GB')).toBe('26 August 2021, 17:50, Afghanistan Time (UTC+04:30)')
    expect(plain(at('2021-08-26', '03:20', '+00:00'), 'fr')).toBe('26 août 2021 à 3 h 20, UTC')
    expect(plain(at('2021-08-26', '03:20', LOCAL), 'fr')).toBe('26 août 2021 à 3 h 20, heure locale')
    expect(plain(at('2021-08-26', '03:20'), 'fr')).toBe('26 août 2021 à 3 h 20')
    const hour = { ...at('2021-08-26', '16:00', '-04:00'), precision: 'HOUR' as const }
    expect(plain({ ...hour, clock: { from: '16:00', until: '16:59', zone: '-04:00' } }, 'en-GB')).toBe(
      '26 August 2021, 4 pm, UTC−04:00',
    )
    const range: WorldDateRange = {
      earliest: '2021-08-26',
      latest: '2021-08-27',
      precision: 'RANGE',
      clock: { from: '22:00', until: '02:00', zone: null },
    }
    expect(plain(range, 'fr')).toBe('26 août 2021 à 22 h – 27 août 2021 à 2 h')
  })

  it('is written for machines with its own offset', () => {
    expect(isoWorldDate(BOMB)).toBe('2021-08-26T17:50+04:30')
    expect(isoWorldDate(at('2021-08-26', '17:50', LOCAL))).toBe('2021-08-26T17:50')
    expect(isoWorldDate(at('2021-12-26', '17:50', 'Europe/Paris'))).toBe('2021-12-26T17:50+01:00')
    expect(isoWorldDate(at('2021-08-26', '17:50', 'Europe/Paris'))).toBe('2021-08-26T17:50+02:00')
  })

  it('lies at its moment: 13:20 GMT is 17:50 in Kabul', () => {
    expect(stretchOf(BOMB)).toEqual(stretchOf(at('2021-08-26', '13:20', '+00:00')))
    expect(isSurelyBefore(BOMB, at('2021-08-26', '13:21', '+00:00'))).toBe(true)
    expect(isSurelyBefore(BOMB, at('2021-08-26', '14:00', 'America/New_York'))).toBe(true)
    expect(isSurelyBefore(at('2021-08-26', '14:00', 'America/New_York'), BOMB)).toBe(false)
  })

  it('is surely before another only where no zone and no day could make it otherwise', () => {
    expect(isSurelyBefore(day('2021-08-26'), day('2021-08-27'))).toBe(true)
    expect(isSurelyBefore(BOMB, day('2021-08-27'))).toBe(false)
    expect(isSurelyBefore(BOMB, day('2021-08-28'))).toBe(true)
    expect(isSurelyBefore(at('2021-08-26', '17:50'), at('2021-08-26', '17:51'))).toBe(true)
    expect(isSurelyBefore(at('2021-08-26', '17:50'), at('2021-08-26', '20:00', 'Asia/Kabul'))).toBe(false)
    const about = { ...BOMB, verbatim: 'vers 17h50' }
    expect(isSurelyBefore(about, at('2021-08-26', '18:00', 'Asia/Kabul'))).toBe(false)
    expect(isSurelyBefore(about, at('2021-08-26', '19:00', 'Asia/Kabul'))).toBe(true)
  })

  it('stands on an axis of the zone that all have, else of UTC, on the day that its own clock shows', () => {
    const late = at('2021-08-27', '01:00', 'Asia/Kabul')
    expect(sharedZone([BOMB, late, day('2021-08-26'), null])).toBe('Asia/Kabul')
    expect(stretchIn('Asia/Kabul', late).from).toBe(Date.parse('2021-08-27T01:00Z'))
    expect(sharedZone([BOMB, at('2021-08-26', '13:20', '+00:00')])).toBe('+00:00')
    expect(stretchIn('+00:00', late).from).toBe(Date.parse('2021-08-26T20:30Z'))
    expect(stretchIn('Asia/Kabul', day('2021-08-26')).from).toBe(Date.parse('2021-08-26T00:00Z'))
  })
})

const zones = fc.constantFrom(
  null,
  LOCAL,
  '+00:00',
  '+05:45',
  'Asia/Kabul',
  'Asia/Kathmandu',
  'Europe/Paris',
  'America/New_York',
)
const time = fc.integer({ min: 0, max: 1439 }).map((each) => new Date(each * 60_000).toISOString().slice(11, 16))
const days = fc
  .integer({ min: 18_700, max: 18_960 })
  .map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10))
const dates = fc.oneof(
  fc.tuple(days, time, zones).map(([on, clock, zone]) => at(on, clock, zone)),
  days.map(day),
  fc.tuple(days, days, time, time, zones).map(
    ([a, b, from, until, zone]): WorldDateRange => ({
      ...{ earliest: [a, b].sort()[0] ?? a, latest: [a, b].sort()[1] ?? b, precision: 'RANGE' },
      clock: a === b ? null : { from, until, zone },
    }),
  ),
)

describe('the order of dates', () => {
  it('is one: nothing is before itself, nor before what is before it, and it goes on from one to the next', () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        expect(isSurelyBefore(a, a)).toBe(false)
        if (isSurelyBefore(a, b)) expect(isSurelyBefore(b, a)).toBe(false)
        if (isSurelyBefore(a, b) && isSurelyBefore(b, c)) expect(isSurelyBefore(a, c)).toBe(true)
      }),
    )
  })

  it('is kept by sorting', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        if (isSurelyBefore(a, b)) expect(compareWorldDates(a, b)).toBeLessThan(0)
        expect(Math.sign(compareWorldDates(a, b))).toBe(-Math.sign(compareWorldDates(b, a)) + 0)
      }),
    )
  })

  it('what a form starts from is what it sends when nothing is touched', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const sent = worldDateOf(draftOf(date))
        expect(sent && { ...sent, clock: sent.clock ?? null }).toEqual({
          verbatim: null,
          ...date,
          clock: date.clock ?? null,
        })
        expect(isAsPrecise(date) && isInOrder(date)).toBe(true)
        if (isShownTime(date)) expect(stretchOf(date).from).toBeLessThan(stretchOf(date).until)
      }),
    )
  })

  it('a moment written for machines is read back as itself', () => {
    fc.assert(
      fc.property(days, time, zones.filter(isKnownZone), (on, clock, zone) => {
        const date = at(on, clock, zone)
        fc.pre(isShownTime(date))
        expect(Date.parse(isoWorldDate(date))).toBe(stretchOf(date).from)
      }),
    )
  })
})
