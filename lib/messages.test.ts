import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
type Messages = { [key: string]: string | Messages }

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') flat.set(path, value)
    else for (const [inner, text] of flatten(value, path)) flat.set(inner, text)
  }
  return flat
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'generated' || name === '_messages' || name === 'node_modules') return []
    if (statSync(path).isDirectory()) return sources(path)
    return /\.(ts|tsx)$/.test(name) && !/\.test\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : []
  })
}

const messagesIn = (locale: string): Map<string, string> =>
  flatten(JSON.parse(readFileSync(join(ROOT, `app/_messages/${locale}.json`), 'utf8')))

const domain = sources(join(ROOT, 'lib'))
const texts = [...sources(join(ROOT, 'app')), ...domain]
const french = messagesIn('fr')
const english = messagesIn('en')

type Values = { shown: Set<string>; mentioned: Set<string> }

/** The values that a message shows, and those that it shows or chooses a form by. */
function valuesOf(
  elements: readonly MessageFormatElement[],
  values: Values = { shown: new Set(), mentioned: new Set() },
): Values {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    values.mentioned.add(element.value)
    if (element.type === TYPE.tag) valuesOf(element.children, values)
    else if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) valuesOf(option.value, values)
    else values.shown.add(element.value)
  }
  return values
}

/** What only chooses a form (plural, select) may be needed in one language alone; what one shows, the other has too. */
const lacks = (one: string, other: string) =>
  [...valuesOf(parse(one)).shown].some((value) => !valuesOf(parse(other)).mentioned.has(value))

describe('the messages', () => {
  test('French and English have the same keys', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('no message is empty, and both languages ask for the same values', () => {
    const differing = [...french].filter(([key, text]) => {
      const other = english.get(key) ?? ''
      return !text.trim() || !other.trim() || lacks(text, other) || lacks(other, text)
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('every key that the code names exists', () => {
    const missing = texts.flatMap((text) => {
      const scopes = [...text.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\(\s*(?:'([^']*)')?\s*\)/g)]
      return scopes.flatMap(([, name, scope]) =>
        [...text.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.markup|\\.raw)?\\(\\s*'([^']+)'`, 'g'))]
          .map((match) => (scope ? `${scope}.${match[1]}` : String(match[1])))
          // One file may use the same name for two scopes in two components: a key must exist in one of them.
          .filter((key) => !scopes.some((other) => other[1] === name && french.has(rescoped(key, scope, other[2])))),
      )
    })
    expect([...new Set(missing)]).toEqual([])
  })

  test('every reason that the domain gives has its text', () => {
    // A rating has a key too: those files name labels, not reasons.
    const given = domain
      .filter((text) => !text.includes('labelFr:'))
      .flatMap((text) => [...text.matchAll(/\bkey: '([a-zA-Z.]+)'/g)].map((match) => match[1]))
    expect([...new Set(given)].filter((key) => !french.has(`reason.${key}`))).toEqual([])
  })

  test('every message is used', () => {
    const literals = new Set(
      texts.flatMap((text) => [...text.matchAll(/['"]([A-Za-z][\w.-]*)['"]/g)].map((match) => String(match[1]))),
    )
    const starts = texts.flatMap((text) =>
      [...text.matchAll(/`([\w.]*)\$\{[^}]*\}([\w.]*)`/g)].map((match) => ({
        start: match[1] ?? '',
        end: match[2] ?? '',
      })),
    )
    // `t(category)`: the keys of the whole scope come from a table or an enum.
    const whole = texts.flatMap((text) =>
      [...text.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\(\s*'([^']*)'\s*\)/g)]
        .filter(([, name]) => new RegExp(`\\b${name}\\(\\s*[\\w.]+[,)\\s?[]`).test(text))
        .map(([, , scope]) => `${scope}.`),
    )
    const unused = [...french.keys()].filter((key) => {
      if (whole.some((scope) => key.startsWith(scope) && !key.slice(scope.length).includes('.'))) return false
      const suffixes = key.split('.').map((_, index, parts) => parts.slice(index).join('.'))
      const named = suffixes.some((suffix) => literals.has(suffix))
      const built = suffixes.some((suffix) =>
        starts.some(({ start, end }) => start !== '' && suffix.startsWith(start) && suffix.endsWith(end)),
      )
      return !named && !built
    })
    expect(unused).toEqual([])
  })
})

function rescoped(key: string, from: string | undefined, to: string | undefined): string {
  const bare = from ? key.slice(from.length + 1) : key
  return to ? `${to}.${bare}` : bare
}
