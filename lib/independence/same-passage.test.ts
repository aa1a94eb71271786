import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSamePassage } from '@/lib/independence/same-passage'

const SHARED = 'ISIS-K est le plus extrême et le plus violent de tous les groupes militants djihadistes en Afghanistan.'

describe('the same passage', () => {
  test('punctuation, case and white space do not tell two passages apart', () => {
    expect(isSamePassage(SHARED, `« ${SHARED.toUpperCase().replace('-', ' ')} »`)).toBe(true)
  })

  test('one passage may hold the other, at whole words', () => {
    expect(isSamePassage(`On le sait. ${SHARED} Voilà.`, SHARED)).toBe(true)
    expect(isSamePassage('abcdefghijklmnopqrstuvwxyz0123456789', 'bcdefghijklmnopqrstuvwxyz0123456789')).toBe(false)
  })

  test('a short passage proves nothing', () => {
    expect(isSamePassage('Le ministère de la Défense', 'Le ministère de la Défense')).toBe(false)
  })

  test('the order does not matter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(isSamePassage(a, b)).toBe(isSamePassage(b, a))
      }),
    )
  })
})
