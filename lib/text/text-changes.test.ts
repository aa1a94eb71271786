import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textChanges } from '@/lib/text/text-changes'

it('marks the words that the other side lacks', () => {
  expect(textChanges('au moins 170 morts', 'au moins 182 civils morts')).toEqual({
    before: [
      { text: 'au moins ', differs: false },
      { text: '170', differs: true },
      { text: ' morts', differs: false },
    ],
    after: [
      { text: 'au moins ', differs: false },
      { text: '182', differs: true },
      { text: ' ', differs: false },
      { text: 'civils ', differs: true },
      { text: 'morts', differs: false },
    ],
  })
})

it('loses nothing of either text, and finds no difference where there is none', () => {
  const text = fc.array(fc.constantFrom('dix', 'morts', ' ', '\n', 'à', '170')).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, after } = textChanges(one, other)
      expect([before, after].map((parts) => parts.map((part) => part.text).join(''))).toEqual([one, other])
      expect(textChanges(one, one).before.some(({ differs }) => differs)).toBe(false)
      expect(
        textChanges(other, one)
          .after.map((part) => part.text)
          .join(''),
      ).toBe(one)
    }),
  )
})
