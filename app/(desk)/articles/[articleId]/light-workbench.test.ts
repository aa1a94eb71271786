import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

// What the workbench's browser code imports at once, and not when something is opened, file by file.

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')
const DESK = dirname(dirname(import.meta.dirname))
const WORKBENCH = join(import.meta.dirname, '(workbench)')
const IMPORT = /^(?:import|export)\s+(?!type\b)([^;'"]*?)from\s+'([^']+)'/gms

const isOnlyTypes = (names: string) =>
  /^\{[^}]*\}\s*$/.test(names) &&
  (/\{([^}]*)\}/.exec(names)?.[1] ?? '').split(',').every((name) => !name.trim() || name.trim().startsWith('type '))

function fileOf(from: string, path: string): string | null {
  const place = path.startsWith('@/')
    ? join(ROOT, path.slice(2))
    : path.startsWith('.')
      ? join(dirname(from), path)
      : null
  return [`${place}.ts`, `${place}.tsx`].find((file) => place !== null && existsSync(file)) ?? null
}

const textOf = (file: string) => readFileSync(file, 'utf8')
const importsOf = (file: string) =>
  [...textOf(file).matchAll(IMPORT)].flatMap(([, names = '', path = '']) => (isOnlyTypes(names.trim()) ? [] : [path]))
const isMarked = (file: string, mark: 'use client' | 'use server') => textOf(file).startsWith(`'${mark}'`)

/** From these files all that is imported, up to where it says `ends`. */
function reached(from: readonly string[], ends: (file: string) => boolean): Set<string> {
  const found = new Set(from)
  for (const file of found) {
    const next = ends(file) ? [] : importsOf(file).map((path) => fileOf(file, path))
    for (const each of next) if (each) found.add(each)
  }
  return found
}

function inBrowserAtOnce(): string[] {
  const pages = ['page.tsx', 'layout.tsx'].map((name) => join(WORKBENCH, name))
  const onServer = reached([...pages, join(DESK, 'layout.tsx')], (file) => isMarked(file, 'use client'))
  const entries = [...onServer].filter((file) => isMarked(file, 'use client'))
  expect(entries.length).toBeGreaterThan(10)
  return [...reached(entries, (file) => isMarked(file, 'use server'))]
}

test('the workbench’s browser code fetches no schemas: they weigh 31 kB', () => {
  const parse = inBrowserAtOnce().filter((file) => !isMarked(file, 'use server') && importsOf(file).includes('zod'))
  expect(parse.map((file) => relative(ROOT, file))).toEqual([])
})

test.each([
  'evidence/evidence-form',
  'claim/claim-edit-form',
  'verdict/verdict-form',
  'attribution/chain-form',
  'figures/figure-form',
  'warning/warning-form',
  'replies/reply-form',
])('%s is fetched when it is opened', (form) => {
  const file = join(import.meta.dirname, '_components', `${form}.tsx`)
  expect(existsSync(file)).toBe(true)
  expect(inBrowserAtOnce()).not.toContain(file)
})
