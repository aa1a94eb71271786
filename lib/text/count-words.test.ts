import { expect, test } from 'vitest'
import { countWords } from './count-words'
import { segmenterFor } from './segmenter'

const whole = (text: string) => Array.from(segmenterFor(null, 'word').segment(text)).filter((part) => part.isWordLike)

test('counts what a person calls words, whatever their script', () => {
  expect(countWords('L’attaque de l’aéroport a fait 170 morts.')).toBe(7)
  expect(countWords('')).toBe(0)
  expect(countWords(' \n\n… ! ')).toBe(0)
  expect(countWords('我们昨天在喀布尔')).toBe(whole('我们昨天在喀布尔').length)
})

test('a text that is cut into windows has as many words as the text in one', () => {
  const text = 'Selon M. Mallick, « sept » terroristes sont en fuite, a-t-il dit. '.repeat(100)
  expect(text.length).toBeGreaterThan(6000)
  expect(countWords(text)).toBe(whole(text).length)
  expect(countWords(text.replaceAll(' ', '\n'))).toBe(whole(text).length)
})

test('one word without an end is cut where it must be, and nowhere within a character', () => {
  expect(countWords('a'.repeat(10_000))).toBe(5)
  expect(countWords('e\u0301'.repeat(5000))).toBeLessThan(10)
})
