import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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

export default defineConfig({
  root,
  plugins: [markedClientParts],
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: [
      'lib/**/*.test.ts',
      'lib/**/*.test.mjs',
      'seeds/**/*.test.ts',
      'app/**/*.test.ts',
      'app/**/*.test.tsx',
      'e2e/attack/*.test.ts',
      'e2e/attack/*.test.mjs',
    ],
    // Commands hash what they are asked under the server's secret.
    env: { TZ: 'Asia/Kathmandu', NEXTAUTH_SECRET: 'a secret of the tests alone, which opens nothing' },
    globalSetup: launch('test-databases.mjs'),
    setupFiles: launch('test-file-setup.mjs'),
    pool: 'forks',
    maxWorkers: 2,
    // Only to end what hangs: a busy machine takes many times as long as an idle one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
