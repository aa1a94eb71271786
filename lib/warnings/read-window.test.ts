import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorldDateRange } from '@/lib/dates/world-date'
import { readWindow } from '@/lib/warnings/read-window'

const DAY = '2021-08-28'
const sentAt = (time: string, zone: string | null): WorldDateRange => ({
  ...{ earliest: DAY, latest: DAY, precision: 'MINUTE' },
  clock: { from: time, until: time, zone },
})
const ON_THAT_DAY: WorldDateRange = { earliest: DAY, latest: DAY, precision: 'DAY' }
const told = (words: string, sent: WorldDateRange | null) => {
  const window = readWindow(words, sent)
  if (!window) return null
  const { windowOnset, windowOnsetTime, windowExpires, windowExpiresTime, windowZone } = window
  return [windowOnset, windowOnsetTime, '-', windowExpires, windowExpiresTime, windowZone].filter(Boolean).join(' ')
}

describe('a window', () => {
  it.each([
    ['highly likely in the next 24-36 hours', '2021-08-28 16:30 - 2021-08-30 04:30 America/New_York'],
    ['dans les 24 à 36 heures', '2021-08-28 16:30 - 2021-08-30 04:30 America/New_York'],
    ['dans les prochaines 24 à 36 heures', '2021-08-28 16:30 - 2021-08-30 04:30 America/New_York'],
    ['in 24 to 36 hours', '2021-08-29 16:30 - 2021-08-30 04:30 America/New_York'],
    ['dans 24 à 36 heures', '2021-08-29 16:30 - 2021-08-30 04:30 America/New_York'],
    ['24 to 36 hours', '2021-08-28 16:30 - 2021-08-30 04:30 America/New_York'],
    ['au cours des vingt-quatre prochaines heures', '2021-08-28 16:30 - 2021-08-29 16:30 America/New_York'],
    ['within 48 hours', '2021-08-28 16:30 - 2021-08-30 16:30 America/New_York'],
    ['in the coming days', null],
    ['bientôt', null],
  ])('%j, said at a known minute', (words, window) =>
    expect(told(words, sentAt('16:30', 'America/New_York'))).toBe(window),
  )

  it('of a statement known to the day only is one of days, the widest', () => {
    expect(told('dans les 24 à 36 heures', ON_THAT_DAY)).toBe('2021-08-28 - 2021-08-30')
    expect(told('dans 24 à 36 heures', ON_THAT_DAY)).toBe('2021-08-29 - 2021-08-30')
    expect(told('within three days', ON_THAT_DAY)).toBe('2021-08-28 - 2021-08-31')
  })

  it('is none of a statement of no known day', () => {
    expect(told('24 to 36 hours', null)).toBeNull()
    expect(told('24 to 36 hours', { earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' })).toBeNull()
  })

  it('counts hours, not what clocks show: they are put back in between', () => {
    const sent: WorldDateRange = { ...sentAt('12:00', 'Europe/Paris'), earliest: '2021-10-30', latest: '2021-10-30' }
    expect(told('within 24 hours', sent)).toBe('2021-10-30 12:00 - 2021-10-31 11:00 Europe/Paris')
  })

  it('never throws, and never ends before it begins', () => {
    const pieces = ['dans', 'les', '24', 'à', '36', 'heures', 'hours', 'next', '-', 'jours', 'deux', '999', 'weeks']
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...pieces)).map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(ON_THAT_DAY, sentAt('23:59', 'Asia/Kathmandu'), sentAt('00:00', null)),
        (words, sent) => {
          const window = readWindow(words, sent)
          if (!window) return
          const [onset, expires] = [
            `${window.windowOnset} ${window.windowOnsetTime ?? ''}`,
            `${window.windowExpires} ${window.windowExpiresTime ?? ''}`,
          ]
          expect(onset <= expires).toBe(true)
        },
      ),
    )
  })
})
