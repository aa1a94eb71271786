import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const APP = join(import.meta.dirname, '..')
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.tsx$/.test(path))

const ATTRIBUTES = /(?:\s+(?:[\w-]+=(?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})|[\w-]+))*/.source
// What people wrote, alone in its element: a name, a title, a wording, a quotation.
const WRITTEN = new RegExp(
  `<((?:[a-z][a-z0-9]*)|Link)(${ATTRIBUTES})\\s*>\\s*\\{[\\w.?!]*\\.(?:name|title|wording|exact|quote|rationale|reason|verbatim)\\}\\s*</`,
  'g',
)
// A choice and a drawing have directions of their own.
const OTHERS = new Set(['option', 'title', 'text', 'tspan', 'button', 'bdi'])
// Shown when nothing else works, from messages.
const MESSAGES = new Set(['_ui/global-failure.tsx'])

test('what people wrote runs in its own direction wherever it is shown', () => {
  const places = files.flatMap((path) =>
    MESSAGES.has(path)
      ? []
      : Array.from(readFileSync(join(APP, path), 'utf8').matchAll(WRITTEN), ([place, tag = '', attributes = '']) => ({
          ...{ path, place, tag },
          hasDirection: attributes.includes('dir="auto"'),
        })).filter(({ tag }) => !OTHERS.has(tag)),
  )
  expect(places.length).toBeGreaterThan(50)
  expect(places.filter(({ hasDirection }) => !hasDirection)).toEqual([])
})

test('so do an article’s own words, which are never translated', () => {
  const words = files.flatMap((path) =>
    Array.from(
      readFileSync(join(APP, path), 'utf8').matchAll(/<[a-zA-Z][\w.]*(?:[^<>]|=>)*?translate="no"(?:[^<>]|=>)*?>/g),
      ([tag]) => ({ path, tag }),
    ),
  )
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter(({ tag }) => !tag.includes('dir="auto"') && !tag.includes('translate="no"]'))).toEqual([])
})
