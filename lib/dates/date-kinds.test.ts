import { describe, expect, it } from 'vitest'
import { readDate } from '@/lib/dates/read-date'

/** Friday, 27 August 2021. */
const FRIDAY = { earliest: '2021-08-27', latest: '2021-08-27' }
const told = (words: string) => {
  const date = readDate(words, FRIDAY)
  return date && [date.precision, date.earliest, date.latest, ...(date.doubt ? [date.doubt] : [])].join(' ')
}

describe('a date in an article of a Friday', () => {
  it.each([
    // The past is meant, unless a word says that it is to come.
    ['le 30 décembre', 'DAY 2020-12-30 2020-12-30'],
    ['le procès s’ouvrira le 30 décembre', 'DAY 2021-12-30 2021-12-30'],
    ['talks will begin on December 30', 'DAY 2021-12-30 2021-12-30'],
    ['le 30 décembre prochain', 'DAY 2021-12-30 2021-12-30'],
    ['le 5 septembre', 'DAY 2021-09-05 2021-09-05'],
    // A year that is said is used.
    ['en août 2019', 'MONTH 2019-08-01 2019-08-31'],
    ['since March 2018', 'MONTH 2018-03-01 2018-03-31'],
    ['depuis 2015', 'YEAR 2015-01-01 2015-12-31'],
    // Both ends of a range are kept.
    ['du 29 au 30 juin', 'RANGE 2021-06-29 2021-06-30'],
    ['du 29 juin au 2 juillet', 'RANGE 2021-06-29 2021-07-02'],
    ['du 30 décembre 2019 au 2 janvier 2020', 'RANGE 2019-12-30 2020-01-02'],
    ['du 30 décembre au 2 janvier 2020', 'RANGE 2019-12-30 2020-01-02'],
    ['June 29-30', 'RANGE 2021-06-29 2021-06-30'],
    ['between 3 and 5 May 2019', 'RANGE 2019-05-03 2019-05-05'],
    ['from June 29 to July 2', 'RANGE 2021-06-29 2021-07-02'],
    ['dans la nuit de mercredi à jeudi', 'RANGE 2021-08-25 2021-08-26'],
    ['overnight Wednesday to Thursday', 'RANGE 2021-08-25 2021-08-26'],
    ['entre 2001 et 2021', 'RANGE 2001-01-01 2021-12-31'],
    // So long ago, so far ahead.
    ['two years ago', 'YEAR 2019-01-01 2019-12-31'],
    ['il y a deux ans', 'YEAR 2019-01-01 2019-12-31'],
    ['il y a deux mois', 'MONTH 2021-06-01 2021-06-30'],
    ['next month', 'MONTH 2021-09-01 2021-09-30'],
    ['la semaine prochaine', 'RANGE 2021-08-30 2021-09-05'],
    ['l’an prochain', 'YEAR 2022-01-01 2022-12-31'],
    ['lundi en huit', 'DAY 2021-09-06 2021-09-06'],
    ['d’ici mardi', 'DAY 2021-08-31 2021-08-31'],
    ['by Tuesday', 'DAY 2021-08-31 2021-08-31'],
    ['août dernier', 'MONTH 2020-08-01 2020-08-31'],
    ['last March', 'MONTH 2021-03-01 2021-03-31'],
    // Parts of months and years.
    ['fin novembre', 'RANGE 2020-11-21 2020-11-30'],
    ['mi-août', 'RANGE 2021-08-11 2021-08-20'],
    ['early May 2019', 'RANGE 2019-05-01 2019-05-10'],
    ['the 1990s', 'RANGE 1990-01-01 1999-12-31'],
    ['les années 90', 'RANGE 1990-01-01 1999-12-31'],
    ['au premier trimestre 2020', 'RANGE 2020-01-01 2020-03-31'],
    ['the third quarter of 2019', 'RANGE 2019-07-01 2019-09-30'],
    // What says two things is doubted.
    ['mercredi 26 août 2021', 'DAY 2021-08-26 2021-08-26 weekday'],
    ['Monday, August 26, 2021', 'DAY 2021-08-26 2021-08-26 weekday'],
    ['jeudi 26 août 2021', 'DAY 2021-08-26 2021-08-26'],
    ['03/04/2021', 'DAY 2021-04-03 2021-04-03 dayOrMonth'],
    ['13/04/2021', 'DAY 2021-04-13 2021-04-13'],
    ['04/04/2021', 'DAY 2021-04-04 2021-04-04'],
    ['the 10 dead', null],
    ['de 30 à 40 morts', null],
  ])('%s', (words, expected) => expect(told(words)).toBe(expected))
})
