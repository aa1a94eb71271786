import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, hashInput, isOtherInput } from '@/lib/audit/input-hash'

const [secret, other] = ['the secret of the server', 'a secret of before']

describe('canonical', () => {
  test('is one text for one content, whatever the order of its fields', () => {
    expect(canonical({ b: [1, null], a: { d: 'x', c: undefined } })).toBe(canonical({ a: { d: 'x' }, b: [1, null] }))
    expect(canonical({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
  })

  test('tells apart what differs, down to a byte', () => {
    const contents = [
      null,
      '',
      0,
      false,
      [],
      {},
      'null',
      [null],
      { a: null },
      new Uint8Array(),
      new Uint8Array([0]),
      '[]',
    ]
    expect(new Set(contents.map(canonical)).size).toBe(contents.length)
  })

  test('of JSON is as good as JSON: equal only where the content is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        const [first, second] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(two))]
        expect(canonical(first) === canonical(second)).toBe(
          JSON.stringify(first) === JSON.stringify(second) || isEqual(first, second),
        )
      }),
    )
  })

  test('refuses what it cannot compare', () => {
    expect(() => canonical({ work: () => 1 })).toThrow(TypeError)
  })
})

const isEqual = (one: unknown, two: unknown) => {
  try {
    expect(one).toEqual(two)
    return true
  } catch {
    return false
  }
}

describe('the hash of what was asked', () => {
  const asked = { input: { password: 'quatre mots sans rapport' } }

  test('is the same in two processes of one secret, and tells nothing without it', () => {
    expect(hashInput(secret, asked)).toBe(hashInput(secret, structuredClone(asked)))
    expect(hashInput(secret, asked)).not.toBe(hashInput(other, asked))
  })

  test('knows other content under the present and the former secret', () => {
    for (const made of [secret, other]) {
      const earlier = hashInput(made, asked)
      expect(isOtherInput(earlier, [secret, other], asked)).toBe(false)
      expect(isOtherInput(earlier, [secret, other], { input: {} })).toBe(true)
    }
  })

  test('cannot be compared without its secret, nor where there is none', () => {
    expect(isOtherInput(hashInput(other, asked), [secret], { input: {} })).toBe(false)
    expect(isOtherInput(null, [secret], asked)).toBe(false)
  })
})
