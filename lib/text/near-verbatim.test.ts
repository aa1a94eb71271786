import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNearVerbatim, nearVerbatim } from '@/lib/text/near-verbatim'

const SHARED = 'ISIS-K est le plus extrême et le plus violent de tous les groupes militants djihadistes en Afghanistan.'

describe('near-verbatim', () => {
  test('punctuation, case, quotation marks and white space do not tell two passages apart', () => {
    expect(nearVerbatim(SHARED, `« ${SHARED.toUpperCase().replace('-', ' ')} »`)).toBe(1)
    expect(nearVerbatim(SHARED.replace('l’', "l'"), SHARED)).toBe(1)
  })

  test('one passage may hold the other, at whole words', () => {
    expect(nearVerbatim(`On le sait. ${SHARED} Voilà.`, SHARED)).toBe(1)
    expect(nearVerbatim('abcdefghijklmnopqrstuvwxyz0123456789', 'bcdefghijklmnopqrstuvwxyz0123456789')).toBe(0)
  })

  test('a word changed, added or left out is near; the same words in another order are not', () => {
    const words = SHARED.split(' ')
    expect(nearVerbatim(SHARED, SHARED.replace('militants', 'armés'))).toBeCloseTo(16 / 17)
    expect(isNearVerbatim(SHARED, words.toSpliced(8, 1).join(' '))).toBe(true)
    expect(isNearVerbatim(SHARED, words.toSpliced(4, 0, 'aujourd’hui').join(' '))).toBe(true)
    expect(isNearVerbatim(SHARED, words.toReversed().join(' '))).toBe(false)
    expect(isNearVerbatim(SHARED, 'Les talibans sont le groupe le plus fort de toute la région, dit un général.')).toBe(
      false,
    )
  })

  test('a short passage proves nothing', () =>
    expect(nearVerbatim('Le ministère de la Défense', 'Le ministère de la Défense')).toBe(0))

  test('the order does not matter; a text is itself, and stands in any text that holds it', () => {
    const text = fc
      .array(fc.constantFrom('sept', 'kamikazes', 'sont', 'en', 'fuite', 'à', 'Kaboul'))
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(nearVerbatim(a, b)).toBe(nearVerbatim(b, a))
        expect(nearVerbatim(a, `${b} ${a} ${c}`)).toBe(a.trim().length >= 30 ? 1 : 0)
      }),
    )
  })
})
