import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '@/lib/dates/read-date'
import { isAsPrecise, isInOrder, isShownTime } from '@/lib/dates/world-date'

/** Friday, 27 August 2021. */
const FRIDAY = { earliest: '2021-08-27', latest: '2021-08-27' }
const told = (text: string, place: string | null = null, published: typeof FRIDAY | null = FRIDAY) => {
  const date = readDate(text, published, place)
  if (!date) return null
  const { precision, earliest, latest, clock } = date
  const days = earliest === latest ? earliest : `${earliest} ${latest}`
  return clock ? `${precision} ${days} ${clock.from}-${clock.until} ${clock.zone}` : `${precision} ${days}`
}

describe('a time of day', () => {
  it.each([
    ['jeudi vers 17h50 heure locale', 'MINUTE 2021-08-26 17:50-17:50 local'],
    ['jeudi vers 17 h 50, heure locale', 'MINUTE 2021-08-26 17:50-17:50 local'],
    ['jeudi vers 17 h 50 (heure de Kaboul)', 'MINUTE 2021-08-26 17:50-17:50 Asia/Kabul'],
    ['jeudi à 17 heures 50', 'MINUTE 2021-08-26 17:50-17:50 null'],
    ['at 5:50 p.m. local time (13:20 GMT) on Thursday', 'MINUTE 2021-08-26 17:50-17:50 +04:30'],
    ['jeudi à 17h50 locales (13h20 GMT)', 'MINUTE 2021-08-26 17:50-17:50 +04:30'],
    ['Thursday at 0320 GMT', 'MINUTE 2021-08-26 03:20-03:20 +00:00'],
    ['0320 GMT on 27 August 2021', 'MINUTE 2021-08-27 03:20-03:20 +00:00'],
    ['le 26 août 2021 à 16 h', 'HOUR 2021-08-26 16:00-16:59 null'],
    ['le 26 août 2021 à 16h', 'HOUR 2021-08-26 16:00-16:59 null'],
    ['hier à 16 heures', 'HOUR 2021-08-26 16:00-16:59 null'],
    ['hier à 8 heures du soir', 'HOUR 2021-08-26 20:00-20:59 null'],
    ['yesterday at 5:50 in the evening', 'MINUTE 2021-08-26 17:50-17:50 null'],
    ["yesterday at five o'clock", 'DAY 2021-08-26'],
    ['hier à midi', 'MINUTE 2021-08-26 12:00-12:00 null'],
    ['hier, midi et demi', 'MINUTE 2021-08-26 12:30-12:30 null'],
    ['at noon EDT on Thursday', 'MINUTE 2021-08-26 12:00-12:00 -04:00'],
    ['at noon Eastern time yesterday', 'MINUTE 2021-08-26 12:00-12:00 America/New_York'],
    ['5 p.m. ET Thursday', 'HOUR 2021-08-26 17:00-17:59 America/New_York'],
    ['yesterday at 6pm Kabul time', 'HOUR 2021-08-26 18:00-18:59 Asia/Kabul'],
    ['hier à 20 h, heure de Paris', 'HOUR 2021-08-26 20:00-20:59 Europe/Paris'],
    ['hier à 20 h GMT+2', 'HOUR 2021-08-26 20:00-20:59 +02:00'],
    ['12:30 a.m. on August 27', 'MINUTE 2021-08-27 00:30-00:30 null'],
    ['2021-08-26T17:50+04:30', 'MINUTE 2021-08-26 17:50-17:50 +04:30'],
    ['2021-08-26T13:20Z', 'MINUTE 2021-08-26 13:20-13:20 +00:00'],
    ['26/08/2021 17:50', 'MINUTE 2021-08-26 17:50-17:50 null'],
    ['jeudi entre 17h50 et 18h10', 'RANGE 2021-08-26 17:50-18:10 null'],
    ['Thursday between 5:50 p.m. and 6:10 p.m. local time', 'RANGE 2021-08-26 17:50-18:10 local'],
    ['vers 17h50 heure locale', 'MINUTE 2021-08-27 17:50-17:50 local'],
    // Of which day a midnight is, no word says.
    ['jeudi à minuit', 'RANGE 2021-08-26 2021-08-27 00:00-00:00 null'],
    // How long is not when.
    ['dans les 24 à 36 heures', null],
    ['dans 3 heures', 'RANGE 2021-08-27 2021-08-28'],
    ['il y a 72 heures', 'RANGE 2021-08-24 2021-08-25'],
    ['il y a deux jours', 'DAY 2021-08-25'],
    ['après-midi', null],
    ['Le 26 août, 13 morts', 'DAY 2021-08-26'],
    ['hier à 25h70', 'DAY 2021-08-26'],
    // Two zones are called so: none is guessed.
    ['hier à 16h30 IST', 'MINUTE 2021-08-26 16:30-16:30 null'],
  ])('%j', (text, expected) => expect(told(text)).toBe(expected))

  it('that is local is of the place, where that is known, and of no place else', () => {
    const words = 'jeudi vers 17h50 heure locale'
    expect(told(words, 'Kaboul')).toBe('MINUTE 2021-08-26 17:50-17:50 Asia/Kabul')
    expect(told(words, 'Aéroport international Hamid-Karzai, Kaboul, Afghanistan')).toContain('Asia/Kabul')
    expect(told(words, 'un village du Nord')).toContain('local')
    // Nobody said that it is local.
    expect(told('jeudi à 17h50', 'Kaboul')).toContain('null')
  })

  it('of no known day is none, nor is one that no clock has shown', () => {
    expect(told('vers 17h50', null, null)).toBeNull()
    expect(told('le 26 août 2021 à 17h50', null, null)).toContain('17:50')
    // Clocks in Paris went from 2:00 to 3:00 that night.
    expect(told('le 28 mars 2021 à 2h30, heure de Paris')).toBe('DAY 2021-03-28')
  })

  it('is read with the words that say it', () => {
    expect(readDate('Une bombe a explosé jeudi vers 17h50, dit-il', FRIDAY)?.verbatim).toBe('jeudi vers 17h50')
    expect(readDate('at 5:50 p.m. local time (13:20 GMT) on Thursday', FRIDAY)?.verbatim).toMatch(
      /^5:50 p\.m\..*Thursday$/,
    )
  })

  it('never throws, and answers only dates that can be kept', () => {
    const pieces = [
      '17h50',
      '5:50 p.m.',
      '0320 GMT',
      'midi',
      'minuit',
      'jeudi',
      'heure de',
      'Paris',
      'et',
      'entre',
      '(',
      '28 mars 2021',
      '2h30',
      'local time',
      '24 heures',
      '+04:30',
      '31 février',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...pieces)).map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(text, (each) => {
        const date = readDate(each, FRIDAY, 'Katmandou')
        if (date) expect(isInOrder(date) && isAsPrecise(date) && isShownTime(date)).toBe(true)
      }),
    )
  })
})
