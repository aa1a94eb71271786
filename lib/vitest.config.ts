import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { importsDatabase } from './launch/imports-database'

const root = fileURLToPath(new URL('..', import.meta.url))
const launch = (name: string) => fileURLToPath(new URL(`launch/${name}`, import.meta.url))

// As Next tells a page's server parts from its client parts: for a test that draws the server's alone.
const markedClientParts: Plugin = {
  name: 'recoupe:client-parts',
  enforce: 'pre',
  transform(code) {
    if (!/^['"]use client['"]/.test(code)) return
    const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)
    return `${code}\nfor (const part of [${names}]) if (typeof part === 'function') part.isClientPart = true\n`
  },
}

// An odd zone, so that a forgotten one shows.
process.env.TZ = 'Asia/Kathmandu'

const FILES = [
  'lib/**/*.test.ts',
  'lib/**/*.test.mjs',
  'seeds/**/*.test.ts',
  'app/**/*.test.ts',
  'app/**/*.test.tsx',
  'e2e/attack/*.test.ts',
  'e2e/attack/*.test.mjs',
]

// What is pure leaves nothing behind: such files share their process and what it has loaded. Files that have a database, start programs, change
// the environment or stand in for modules get a process of their own.
const STANDS_APART = /process\.env|\bvi\.|node:child_process/
const pureFiles = ['lib', 'app']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.test.ts') && !STANDS_APART.test(readFileSync(join(root, path), 'utf8')))
  .filter((path) => !importsDatabase(join(root, path)))

const each = {
  plugins: [markedClientParts],
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
}
const eachTest = {
  // Commands hash what they are asked under the server's secret.
  env: { TZ: 'Asia/Kathmandu', NEXTAUTH_SECRET: 'a secret of the tests alone, which opens nothing' },
  setupFiles: launch('test-file-setup.mjs'),
  pool: 'forks',
  // Only to end what hangs: a busy machine takes many times as long as an idle one.
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const

export default defineConfig({
  root,
  test: {
    globalSetup: launch('test-databases.mjs'),
    maxWorkers: 2,
    projects: [
      { ...each, root, test: { ...eachTest, name: 'pure', include: pureFiles, isolate: false } },
      {
        ...each,
        root,
        test: { ...eachTest, name: 'apart', include: FILES, exclude: [...pureFiles, '**/node_modules/**'] },
      },
    ],
  },
})
