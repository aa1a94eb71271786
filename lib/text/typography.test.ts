import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'

type Messages = { [key: string]: string | Messages }

/** What a reader may see of a message: the whole with a letter for each value, and each form of a choice. */
function readings(elements: readonly MessageFormatElement[]): string[] {
  const choices: string[] = []
  const whole = elements.map((element) => {
    if (element.type === TYPE.literal) return element.value
    if (element.type === TYPE.tag) {
      const [inside = '', ...more] = readings(element.children)
      choices.push(...more)
      return inside || 'x'
    }
    if (element.type === TYPE.plural || element.type === TYPE.select)
      choices.push(...Object.values(element.options).flatMap((option) => readings(option.value)))
    return 'x'
  })
  return [whole.join(''), ...choices]
}

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'
/** A colon within 18:50, an address or a name of a format is no punctuation; nor is a question mark in an address. */
const ADDRESS = /\b[a-z]+:\/\/\S*/g
const WRONG = [
  new RegExp(`«(?!${NO_BREAK})`),
  new RegExp(`(?<!${NO_BREAK})»`),
  new RegExp(`(?<![${NARROW}!?])[;!?]`),
  new RegExp(`(?<!${NO_BREAK}):(?!\\w)`),
  new RegExp(`[ ${NO_BREAK}${NARROW}]{2}|\\.\\.\\.|['"]`),
]

/** What a French compositor would mend in a message. */
const wrongIn = (message: string): string[] =>
  readings(parse(message)).filter((reading) => WRONG.some((pattern) => pattern.test(reading.replace(ADDRESS, 'x'))))

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const french = flatten(JSON.parse(readFileSync(join(import.meta.dirname, '../../app/_messages/fr.json'), 'utf8')))

describe('French typography', () => {
  test('no-break spaces stand inside « » and before a colon, narrow ones before ; ! ?', () => {
    expect(french.filter(([, text]) => wrongIn(text).length > 0)).toEqual([])
  })

  test.each([
    '« {name} »',
    '«\u202f{name}\u202f»',
    '«{name}»',
    'Est-ce vrai ?',
    'Est-ce vrai\u00a0?',
    'Est-ce vrai?',
    '{name}?',
    'Dites-le ; sinon rien.',
    'Date : {date}',
    'Date\u202f: {date}',
    'Date: {date}',
    '{count, plural, one {Source :} other {Sources\u00a0:}} {names}',
    '<b>Date :</b> {date}',
    'L\u2019un  et l\u2019autre',
    'Un instant...',
    'Le "mot"',
  ])('%s is found', (message) => {
    expect(wrongIn(message)).not.toEqual([])
  })

  test.each([
    '«\u00a0{name}\u00a0»\u00a0: à 18:50, sous la forme HH:MM',
    'Qui commence par http:// ou https://, comme https://exemple.fr/?a=b.',
    'Vrai\u202f?! Oui\u202f; «\u00a0<words></words>\u00a0»',
    '{count, plural, one {une} other {#}}\u00a0: {names}',
    'Connectez-vous{ask, select, setup {.} other {, ou demandez.}}',
  ])('%s is right', (message) => {
    expect(wrongIn(message)).toEqual([])
  })
})
