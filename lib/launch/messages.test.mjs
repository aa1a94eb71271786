import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { language, messages, say } from './messages.mjs'

const folder = new URL('.', import.meta.url)
const code = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && !name.includes('test.') && name !== 'messages.mjs')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')
const valuesIn = (text) => [...new Set(text.match(/\{\w+\}/g))].sort()

test.each(Object.entries(messages))(
  '%s is said in both languages, with the same values, somewhere',
  (key, { en, fr }) => {
    expect(en).toBeTruthy()
    expect(valuesIn(fr)).toEqual(valuesIn(en))
    // A typographic apostrophe, and no space that could break a line before these signs or within quotation marks.
    expect(fr).not.toMatch(/[a-zà-ü]'[a-zà-ü]|[^\u00a0][;!?»]|[^\u00a0]:\s|«(?!\u00a0)/i)
    expect(code).toContain(`'${key}'`)
  },
)

test('every sentence that the code asks for exists', () => {
  const asked = [...code.matchAll(/(?:say|step|LaunchError)\(\s*'(\w+)'/g)].map(([, key]) => key)
  expect(asked.length).toBeGreaterThan(30)
  expect(asked.filter((key) => !(key in messages))).toEqual([])
})

test('the terminal’s language decides, and none means English', () => {
  expect(language({ LANG: 'fr_FR.UTF-8' })).toBe('fr')
  expect(language({ LC_ALL: 'C', LANG: 'fr_FR.UTF-8' })).toBe('en')
  expect(language({})).toBe('en')
  expect(say('portTaken', { host: 'h', port: 1 }, 'en')).toContain('h:1')
})
