import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '@/lib/dates/read-date'
import { isAsPrecise } from '@/lib/dates/world-date'

/** Friday, 27 August 2021. */
const FRIDAY = { earliest: '2021-08-27', latest: '2021-08-27' }
const AUGUST = { earliest: '2021-08-01', latest: '2021-08-31' }
const told = (text: string, published: typeof FRIDAY | null) => {
  const date = readDate(text, published)
  return date && `${date.precision} ${date.earliest} ${date.latest}`
}

describe('readDate', () => {
  it('reads over a long run of spaces as over one, and quotes the words as they stand', () => {
    const spaces = ' '.repeat(300)
    for (const gap of [spaces, '  ', '\n\n', ' \u00a0', '\t '])
      expect(readDate(`On l’a dit${gap}le 26${gap}août 2021${gap}à  Kaboul`, null)).toEqual({
        ...readDate('le 26 août 2021', null),
        verbatim: `26${gap}août 2021`,
      })
    expect(readDate(`${spaces}hier${spaces}`, FRIDAY)).toEqual(readDate('hier', FRIDAY))
    const timed = readDate('C’est  arrivé  jeudi  vers  17h50,  dit-il', FRIDAY)
    expect(timed).toMatchObject({ verbatim: expect.stringMatching(/^jeudi {2}.*17h50$/) })
    expect(timed).toMatchObject({ clock: readDate('jeudi vers 17h50', FRIDAY)?.clock })
  })

  it.each([
    ['hier', 'DAY 2021-08-26 2021-08-26'],
    ['yesterday', 'DAY 2021-08-26 2021-08-26'],
    ['avant-hier', 'DAY 2021-08-25 2021-08-25'],
    ['the day before yesterday', 'DAY 2021-08-25 2021-08-25'],
    ['après-demain', 'DAY 2021-08-29 2021-08-29'],
    ['the day after tomorrow', 'DAY 2021-08-29 2021-08-29'],
    ['ce matin', 'DAY 2021-08-27 2021-08-27'],
    ['cet après-midi', 'DAY 2021-08-27 2021-08-27'],
    ['aujourd’hui', 'DAY 2021-08-27 2021-08-27'],
    ['Plus tôt dans la journée', 'DAY 2021-08-27 2021-08-27'],
    ['la nuit dernière', 'RANGE 2021-08-26 2021-08-27'],
    ['il y a quelques heures à peine', 'RANGE 2021-08-26 2021-08-27'],
    ['la semaine dernière', 'RANGE 2021-08-16 2021-08-22'],
    ['last week', 'RANGE 2021-08-16 2021-08-22'],
    ['ce week-end', 'RANGE 2021-08-28 2021-08-29'],
    ['le mois dernier', 'MONTH 2021-07-01 2021-07-31'],
    ['ce mois-ci', 'MONTH 2021-08-01 2021-08-31'],
    ['l’an dernier', 'YEAR 2020-01-01 2020-12-31'],
    ['vendredi', 'DAY 2021-08-27 2021-08-27'],
    ['vendredi dernier', 'DAY 2021-08-20 2021-08-20'],
    ['last Friday', 'DAY 2021-08-20 2021-08-20'],
    ['jeudi', 'DAY 2021-08-26 2021-08-26'],
    ['on Thursday', 'DAY 2021-08-26 2021-08-26'],
    ['le 26 août', 'DAY 2021-08-26 2021-08-26'],
    ['jeudi 26 août 2021', 'DAY 2021-08-26 2021-08-26'],
    ['le 1er septembre', 'DAY 2021-09-01 2021-09-01'],
    // Without a year the past is meant, unless a word says that it is to come.
    ['December 30', 'DAY 2020-12-30 2020-12-30'],
    ['August 26, 2020', 'DAY 2020-08-26 2020-08-26'],
    ['août 2021', 'MONTH 2021-08-01 2021-08-31'],
    ['en septembre', 'MONTH 2020-09-01 2020-09-30'],
    ['en 2019', 'YEAR 2019-01-01 2019-12-31'],
    ['il y a deux jours', 'DAY 2021-08-25 2021-08-25'],
    ['two days ago', 'DAY 2021-08-25 2021-08-25'],
    ['26/08/2021', 'DAY 2021-08-26 2021-08-26'],
    ['le 31 février', null],
    ['Le nombre de morts est passé à 170', null],
    ['', null],
  ])('%j in an article of that Friday', (text, expected) => expect(told(text, FRIDAY)).toBe(expected))

  it.each([
    ['hier', 'RANGE 2021-07-31 2021-08-30'],
    ['la semaine dernière', 'RANGE 2021-07-19 2021-08-29'],
    ['vendredi', 'RANGE 2021-07-30 2021-08-27'],
    ['le 26 août', 'DAY 2021-08-26 2021-08-26'],
    ['août 2021', 'MONTH 2021-08-01 2021-08-31'],
    ['ce mois-ci', 'MONTH 2021-08-01 2021-08-31'],
  ])('%j in an article of some day in August', (text, expected) => expect(told(text, AUGUST)).toBe(expected))

  it.each([
    ['hier', null],
    ['le 26 août', null],
    ['le 26 août 2021', 'DAY 2021-08-26 2021-08-26'],
    ['août 2021', 'MONTH 2021-08-01 2021-08-31'],
  ])('%j where nobody knows when it was published', (text, expected) => expect(told(text, null)).toBe(expected))

  it('says which words it read', () => {
    const toll = 'Le nombre de morts de l’attaque de l’aéroport de Kaboul hier est passé à 170'
    expect(readDate(toll, AUGUST)?.verbatim).toBe('hier')
    expect(readDate('La semaine dernière, le porte-parole', AUGUST)?.verbatim).toBe('La semaine dernière')
  })

  it('never throws, and answers only dates that can be kept', () => {
    const words = fc.constantFrom(
      'hier',
      'le',
      '26',
      'août',
      '2021',
      '31',
      'février',
      'in',
      '99/99/9999',
      'ago',
      'vendredi',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(text, (each) => {
        const date = readDate(each, AUGUST)
        if (!date) return
        expect(date.earliest <= date.latest && isAsPrecise(date)).toBe(true)
        expect(date.earliest).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(each).toContain(date.verbatim)
      }),
    )
  })
})
