import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey } from '@/lib/sources/name-key'

test('case, accents, apostrophes, hyphens, quotation marks and spaces do not tell names apart', () => {
  expect(nameKey('  L’Équipe ')).toBe(nameKey("l'equipe"))
  expect(nameKey('ISIS‑K')).toBe(nameKey('isis-k'))
  expect(nameKey('« Le Monde »')).toBe('le monde')
  expect(nameKey('Anas\u00a0 Mallick')).toBe('anas mallick')
})

test('a leading article tells names apart', () => {
  expect(nameKey('Le Monde')).not.toBe(nameKey('Monde'))
})

test('folding twice changes nothing', () => {
  assert(
    property(string({ unit: 'grapheme' }), (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name))
    }),
  )
})
