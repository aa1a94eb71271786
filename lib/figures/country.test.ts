import { describe, expect, it } from 'vitest'
import { countryName, countryOf, readNationality, searchCountries } from '@/lib/figures/country'
import { COUNTRIES } from '@/lib/figures/demonyms'

describe('countryOf', () => {
  it.each([
    [
      'US',
      [
        'American',
        'Americans',
        'américain',
        'américains',
        'Américaines',
        'US',
        'U.S.',
        'USA',
        'États-Unis',
        'United States',
        'citoyens américains',
        'American citizens',
      ],
    ],
    ['AF', ['Afghan', 'Afghans', 'afghane', 'afghanes', 'les Afghans', 'Afghanistan', 'AF']],
    ['GB', ['British', 'Britons', 'britannique', 'Britanniques', 'UK', 'U.K.', 'Royaume-Uni', 'United Kingdom']],
    ['FR', ['French', 'français', 'Françaises', 'France']],
    ['NG', ['nigérians', 'Nigerian', 'Nigériane']],
    ['NE', ['nigériens', 'Nigerien', 'Nigérienne']],
    ['BF', ['burkinabè', 'Burkinabés', 'Burkina Faso']],
    ['AE', ['Emirati', 'émirienne', 'Émirats arabes unis']],
    ['SA', ['saoudiens', 'Saudis', 'Arabie saoudite']],
    ['KR', ['sud-coréen', 'South Korean', 'South Koreans']],
  ])('%s', (code, words) => {
    for (const each of words) expect([each, countryOf(each)]).toEqual([each, code])
  })

  it.each([
    'Congolais',
    'Koreans',
    'coréens',
    'Afghans et Américains',
    'Hazaras',
    'Européens',
    'us citizens abroad',
    '',
    'ZZ',
  ])('reads none in %j, or no single one', (words) => expect(countryOf(words)).toBeNull())

  it('reads back every country’s name and code, in both languages', () => {
    for (const code of COUNTRIES)
      expect([code, ...['fr', 'en'].map((locale) => countryOf(countryName(code, locale)))]).toEqual([code, code, code])
    expect(COUNTRIES.map(countryOf)).toEqual(COUNTRIES)
  })
})

describe('readNationality', () => {
  it.each([
    ['13 U.S. service members killed', 'US U.S.'],
    ['13 US troops', 'US US'],
    ['soldats américains', 'US américains'],
    ['170 Afghans killed', 'AF Afghans'],
    ['two British nationals', 'GB British'],
    ['trois sud-africains', 'ZA sud-africains'],
    ['three New Zealanders', 'NZ New Zealanders'],
    ['two Polish soldiers', 'PL Polish'],
    // The place is no nationality, and small letters may be another word.
    ['13 killed in Afghanistan', null],
    ['they told us to polish the pole', null],
    ['Congolais', null],
  ])('%j', (text, expected) => {
    const read = readNationality(text)
    expect(read && `${read.country} ${read.words}`).toBe(expected)
  })
})

it('searchCountries finds by name and by people, in either language', () => {
  expect(searchCountries('améric', 'fr')[0]).toBe('US')
  expect(searchCountries('united st', 'fr')[0]).toBe('US')
  expect(searchCountries('Briti', 'fr')[0]).toBe('GB')
  expect(searchCountries('', 'fr')).toHaveLength(20)
  expect(searchCountries('xyzzy', 'en')).toEqual([])
})
