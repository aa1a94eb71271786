import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexText } from '@/lib/text/code-points'
import { hopExcerpt } from './excerpt'
import { excerptWindow, placesWithin } from './excerpt-window'

const words = fc.array(fc.constantFrom('Selon ', 'M. Mallick, ', 'dit-il. ', 'sept ', 'terroristes ', '𝒳 ', '\n\n'), {
  minLength: 40,
  maxLength: 120,
})

test('an excerpt of the window is that of the whole text', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 30 }), (parts, a, b, length) => {
      const text = parts.join('')
      const points = Array.from(text).length
      const at = (n: number) => ({ start: n % (points - 31), end: (n % (points - 31)) + length })
      const places = { source: at(a), cue: at(b) }
      const { from, to } = excerptWindow(places) ?? { from: 0, to: 0 }
      const part = indexText(text).slice(from, Math.min(points, to))
      expect(hopExcerpt(part, placesWithin(places, from))).toEqual(hopExcerpt(text, places))
    }),
  )
})
