import { expect, test } from 'vitest'
import { runsRightToLeft } from './direction'

test.each([
  ['أعلنت وزارة (AFP)', true],
  ['«سنغادر» 13', true],
  ['13 שלום AFP', true],
  ['AFP: أعلنت وزارة', false],
  ['Le général حفتر', false],
  ['13 %', false],
  ['', false],
])('%s', (text, is) => {
  expect(runsRightToLeft(text, 0)).toBe(is)
  expect(runsRightToLeft(text, text.length)).toBe(is)
})

test('each line has its own direction', () => {
  const text = 'Un.\nأعلنت\nDeux.'
  expect([0, 2, 4, 9, 10, 15].map((at) => runsRightToLeft(text, at))).toEqual([false, false, true, true, false, false])
})
