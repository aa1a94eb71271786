import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf, nameCore, nearDuplicates, nearness } from '@/lib/sources/near-duplicates'

describe('nearness', () => {
  test.each([
    ['Pentagone', 'pentagone', 'same'],
    ['Pentagone', 'le Pentagone', 'article'],
    ['L’OTAN', 'OTAN', 'article'],
    ['ISIS-K', 'ISIS K', 'article'],
    ['M. Anas Mallick', 'Anas Mallick', 'article'],
    ['Mallick Anas', 'Anas Mallick', 'order'],
    ['Pentagone', 'Pentagon', 'ending'],
    ['le Pentagone', 'the Pentagon', 'ending'],
    ['Ministère islamique', 'Islamic Ministry', 'ending'],
    ['les talibans', 'Taliban', 'ending'],
    ['AFP', 'Agence France-Presse', 'initials'],
    ['OTAN', 'Organisation du traité de l’Atlantique nord', 'initials'],
    ['Michael Maloof', 'Micheal Maloof', 'slip'],
    ['Mallick', 'Anas Mallick', 'part'],
  ])('%s and %s: %s', (one, other, why) => {
    expect(nearness(one, other)).toBe(why)
    expect(nearness(other, one)).toBe(why)
  })

  test.each([
    ['AFP', 'AP'],
    ['Résolution 1267', 'Résolution 1276'],
    ['WION', 'CNN'],
    ['Ministère de la Défense', 'Ministère de la Santé'],
    ['le', 'la'],
    ['…', '—!'],
    ['Anas Mallick', 'Michael Maloof'],
  ])('%s and %s are two', (one, other) => {
    expect(nearness(one, other)).toBeNull()
  })

  test('it does not matter which of the two comes first, and a name is the same as itself', () => {
    assert(
      property(string({ maxLength: 30 }), string({ maxLength: 30 }), (one, other) => {
        expect(nearness(one, other)).toBe(nearness(other, one))
        expect(nearness(one, one)).toBe('same')
      }),
    )
  })

  test('what is left of a name has no article to lose any more', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        expect(nameCore(nameCore(name))).toBe(nameCore(name))
      }),
    )
  })
})

test('initials leave small words out; one word has none', () => {
  expect(initialsOf('Organisation des Nations unies')).toBe('onu')
  expect(initialsOf('Reuters')).toBeNull()
})

test('the nearest comes first, aliases count, and what is not near is left out', () => {
  const source = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases })
  const all = [
    source('1', 'Pentagon'),
    source('2', 'le Pentagone'),
    source('3', 'Département de la Défense', 'Pentagone'),
    source('4', 'OTAN'),
  ]
  expect(nearDuplicates('Pentagone', all).map(({ id }) => id)).toEqual(['3', '2', '1'])
})
