import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const inRoot = (...path: string[]) => join(fileURLToPath(new URL('../..', import.meta.url)), ...path)

// Types vanish at run time and lead nowhere.
const typeImport = /^\s*(?:import|export) type [^'"]*['"][^'"]+['"]/gm
const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

function fileOf(specifier: string, importer: string): string | undefined {
  const path = specifier.startsWith('@/')
    ? inRoot(specifier.slice(2))
    : specifier.startsWith('.')
      ? resolve(dirname(importer), specifier)
      : undefined
  return path && [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.(ts|tsx|mjs)$/.test(each) && existsSync(each))
}

/** True when a TypeScript file, or anything of ours that it imports, imports the database: such a test file gets one. */
export function importsDatabase(file: string, seen = new Set<string>()): boolean {
  if (file === inRoot('lib', 'db.ts')) return true
  if (seen.has(file) || file.startsWith(inRoot('prisma'))) return false
  seen.add(file)
  return Array.from(readFileSync(file, 'utf8').replace(typeImport, '').matchAll(importPattern)).some(
    ([, specifier = '']) => {
      if (specifier === 'pg') return true
      const next = fileOf(specifier, file)
      return next !== undefined && importsDatabase(next, seen)
    },
  )
}
