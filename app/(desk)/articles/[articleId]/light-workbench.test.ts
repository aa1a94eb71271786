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

test('the workbench’s browser code fetches no schemas: they weigh 31 kB', () => {
  const pages = ['page.tsx', 'layout.tsx'].map((name) => join(WORKBENCH, name))
  const onServer = reached([...pages, join(DESK, 'layout.tsx')], (file) => isMarked(file, 'use client'))
  const entries = [...onServer].filter((file) => isMarked(file, 'use client'))
  expect(entries.length).toBeGreaterThan(10)
  const inBrowser = [...reached(entries, (file) => isMarked(file, 'use server'))]
  const parse = inBrowser.filter((file) => !isMarked(file, 'use server') && importsOf(file).includes('zod'))
  expect(parse.map((file) => relative(ROOT, file))).toEqual([])
})
