import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lighten } from './lighten.mjs'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-lighten-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what nothing reads goes, what is served and what describes a package stays, and doing it again changes nothing', () => {
  const files = {
    '@tabler/icons/icons/outline/x.svg': false,
    '@tabler/icons/package.json': true,
    '@tabler/icons-react/dist/esm/icons/IconX.mjs': true,
    '@tabler/icons-react/dist/esm/icons/IconX.mjs.map': false,
    '@electric-sql/pglite/package.json': true,
    '@electric-sql/pglite/dist/index.js': false,
    '@prisma/client/runtime/query_compiler_fast_bg.postgresql.js': true,
    '@prisma/client/runtime/query_compiler_fast_bg.mysql.js': false,
    'next/dist/server/next.js': true,
    'next/dist/docs/index.html': false,
  }
  for (const name of Object.keys(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), '')
  }
  for (const _ of ['once', 'again']) {
    lighten(folder)
    const left = Object.keys(files).filter((name) => existsSync(join(folder, name)))
    expect(left).toEqual(Object.keys(files).filter((name) => files[name]))
  }
})
