import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const APP = join(import.meta.dirname, '..')
const sheets = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.module.css'))
  .map((path) => ({ path: relative(APP, join(APP, path)), text: readFileSync(join(APP, path), 'utf8') }))
const declared = [...readFileSync(join(APP, '_ui/scale.css'), 'utf8').matchAll(/^\s+(--[\w-]+):/gm)].map(
  ([, name]) => name,
)

/** Sizes, weights and gaps that are not of the scale (heights of lines are none of them); nothing, and what follows the size of its own text, may be written as it is. */
const rawIn = (css: string) =>
  [...css.matchAll(/(?<![\w-])(font-size|font-weight|font|gap|row-gap|column-gap)\s*:\s*([^;}]+)/g)]
    .filter(([, property, value = '']) =>
      property === 'font-weight'
        ? /\d/.test(value.replaceAll(/var\([^)]*\)/g, ''))
        : /\d(px|pt|rem)\b/.test(value.replace(/ \/ \S+/, '')),
    )
    .map(([found]) => found)

test('sizes, weights and gaps are of the scale', () => {
  expect(sheets.length).toBeGreaterThan(50)
  expect(sheets.flatMap(({ path, text }) => rawIn(text).map((found) => `${path} ${found}`))).toEqual([])
})

test('a raw size, weight or gap is found', () => {
  const css = '.a { font-size: 13px; font-weight: 600; gap: 4px var(--space-8); font: 500 1rem / 1.4 x; row-gap: 0 }'
  expect(rawIn(css)).toHaveLength(4)
  expect(rawIn('.a { font-size: var(--text-13); gap: 0.35em; font: inherit }')).toEqual([])
})

test('each step of the scale is used, and no other', () => {
  const used = sheets.flatMap(({ text }) =>
    [...text.matchAll(/var\((--(?:text|weight|space)-[\w-]+)\)/g)].map(([, name]) => name),
  )
  expect([...new Set(used)].sort()).toEqual([...declared].sort())
})
