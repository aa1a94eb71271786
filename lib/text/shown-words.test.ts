import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignShown } from './shown-words'

describe('what a page shows beside the stored text', () => {
  test('is the same words, or none of them', () => {
    expect(alignShown('Sept hommes', 'Sept hommes')?.toStored(5)).toBe(5)
    for (const shown of [
      'Seven men are',
      'Sept hommes.',
      'Sept homme',
      'Sept  hommes',
      'sept hommes',
      '',
      'hommes Sept',
    ])
      expect(alignShown(shown, 'Sept hommes'), shown).toBeNull()
  })

  test('may hold hyphens that nobody sees, also beside those of the text itself', () => {
    const aligned = alignShown('ré\u00ADpu\u00ADblique', 'répu\u00ADblique')
    expect(aligned?.toStored('ré\u00ADpu\u00AD'.length)).toBe('répu\u00AD'.length)
    expect(aligned?.toShown('répu\u00ADb'.length)).toBe('ré\u00ADpu\u00ADb'.length)
    expect(alignShown('répu\u00ADblique', 'ré\u00ADpu\u00ADblique')).toBeNull()
  })

  test('leads from each letter to the same letter', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\u00AD', ' ', '𝒳'), maxLength: 30 })
    fc.assert(
      fc.property(letters, fc.array(fc.nat(40), { maxLength: 8 }), (stored, added) => {
        let shown = stored
        for (const at of added) shown = `${shown.slice(0, at)}\u200B${shown.slice(at)}`
        const aligned = alignShown(shown, stored)
        for (let at = 0; at < stored.length; at++) {
          const there = aligned?.toShown(at) ?? -1
          expect(shown[there]).toBe(stored[at])
          expect(aligned?.toStored(there)).toBe(at)
        }
        expect(aligned?.toStored(shown.length)).toBe(stored.length)
      }),
    )
  })

  test('of 300,000 letters is compared in a blink, also with a hyphen after each', () => {
    const stored = 'ab'.repeat(150_000)
    expect(alignShown(stored.replaceAll('a', 'a\u00AD'), stored)).not.toBeNull()
    expect(alignShown(`${stored}x`, stored)).toBeNull()
  })
})
