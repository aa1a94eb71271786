import { describe, expect, test } from 'vitest'
import { holdsInvisible, plainName, saysSomething, unseenIn } from './invisible'

describe('plainName', () => {
  test.each([
    ['a zero-width space', 'Ca\u200bmille Durand', 'Camille Durand'],
    ['a word joiner and a soft hyphen', 'Camille\u2060 Du\u00adrand', 'Camille Durand'],
    ['an override of direction', 'Camille \u202edna\u202cruD', 'Camille dnaruD'],
    ['isolates and marks of direction', '\u2067Camille\u2069\u200f \u061cDurand', 'Camille Durand'],
    ['tags and a filler', 'Camille\u{e0041}\u3164 Durand', 'Camille Durand'],
    ['white space of any kind', ' Camille\u2003\n\tDurand\u2028', 'Camille Durand'],
    ['a joiner between Latin letters', 'Cam\u200dille', 'Camille'],
    ['a byte order mark', '\ufeffCamille', 'Camille'],
  ])('takes out %s', (_, typed, plain) => expect(plainName(typed)).toBe(plain))

  test('keeps the joiners that Persian and Hindi write with', () => {
    for (const name of ['علی\u200cرضا', 'क्\u200dष']) expect(plainName(name)).toBe(name)
  })
})

test('a title keeps the no-break spaces of its quotation marks', () => {
  expect(plainName('«\u00a0Treize morts\u202f!\u00a0»')).toBe('«\u00a0Treize morts\u202f!\u00a0»')
})

test('what nobody sees says nothing', () => {
  for (const text of ['', ' \n', '\u200b\u200b', '\u2060 \u00ad', '\u202e', '\u2800', '\u3164', '\ufe0f', '\u0007'])
    expect(saysSomething(text), JSON.stringify(text)).toBe(false)
  for (const text of ['a', '0', '.', '👩‍👧', 'ع', '\u0301']) expect(saysSomething(text), text).toBe(true)
})

test('what is hidden in an address is noticed', () => {
  for (const text of ['a\u202eb', 'a\u200bb', 'a\u0007b', 'a\u00adb']) expect(holdsInvisible(text)).toBe(true)
  expect(holdsInvisible('https://exemple.fr/é?q=%E2%80%AE')).toBe(false)
})

test('what turns a text around or cuts its words is told, with its place; joiners that a script writes with are not', () => {
  const named = (text: string) => unseenIn(text).map(({ start, end, name }) => [start, end, name])
  expect(named('Le gou\u200bver\u2060ne\ufeffment')).toEqual([
    [6, 7, 'ZWSP'],
    [10, 11, 'WJ'],
    [13, 14, 'BOM'],
  ])
  expect(named('a \u202egpj.exe\u202c b')).toEqual([
    [2, 3, 'RLO'],
    [10, 11, 'PDF'],
  ])
  expect(named('pay\u200cpal')).toEqual([[3, 4, 'ZWNJ']])
  for (const text of ['می\u200cشود', 'क्\u200dष', '👨\u200d👩\u200d👧', 'sol\u00addats', 'a \u200b b', ''])
    expect(named(text)).toEqual([])
})
