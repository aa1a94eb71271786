import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const APP = join(import.meta.dirname, '..')
const everySheet = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path: relative(APP, join(APP, path)), text: readFileSync(join(APP, path), 'utf8') }))
const sheets = everySheet.filter(({ path }) => path.endsWith('.module.css'))
const scale = readFileSync(join(APP, '_ui/scale.css'), 'utf8')
const declaredIn = (css: string) => [...css.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name)
const [declared, inDrawings] = [declaredIn(scale.split('svg {')[0] ?? ''), declaredIn(scale.split('svg {')[1] ?? '')]

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

// What is drawn thin stays so: borders, rings, shadows, round corners.
const THIN = /^(border|outline|box-shadow|stroke|text-decoration|text-underline|letter-spacing|--shadow)/

/** Lengths and widths of screens that do not grow with the size of text that is set in the browser. */
const fixedIn = (css: string) => [
  ...[...css.matchAll(/([\w-]+)\s*:\s*([^;{}]*\d(?:px)\b[^;{}]*)[;}]/g)]
    .filter(([, property = '']) => !THIN.test(property))
    .filter(([, , value = '']) => [...value.matchAll(/([\d.]+)px/g)].some(([, pixels]) => Number(pixels) > 3))
    .map(([found]) => found),
  ...[...css.matchAll(/@(?:media|container)[^{]*\dpx[^{]*/g)].map(([found]) => found),
]

test('all that is read grows with the size of text that is set in the browser', () => {
  const drawn = everySheet.map(({ path, text }) => ({
    path,
    text: path === '_ui/scale.css' ? text.split('/* A drawing')[0] : text,
  }))
  expect(drawn.flatMap(({ path, text = '' }) => fixedIn(text).map((found) => `${path} ${found}`))).toEqual([])
  expect(
    everySheet.flatMap(({ text }) =>
      [...text.matchAll(/(?:^|[\s},])html[^{]*\{[^}]*font-size:([^;]*)/g)].map(([, size]) => size),
    ),
  ).toEqual([' 12pt'])
})

test('a fixed length is found', () => {
  expect(fixedIn('.a { width: 20px; border: 4px solid; margin: 2px 0; --height: calc(1rem + 7px) }')).toHaveLength(2)
  expect(fixedIn('@media (max-width: 700px) { .a { gap: 1rem } } @media (max-width: 48em) { }')).toHaveLength(1)
})

test('a drawing knows every size of text in units of its own', () => {
  expect(inDrawings).toEqual(declared.filter((name) => /^--text-\d/.test(name ?? '')))
})
