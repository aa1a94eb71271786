import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './places.mjs'

// Never read here, neither for serving nor by a test: what prisma's studio and its own development database show and run, drawings of
// icons beside the components, and the compilers for other databases. The description of each package stays, by which npm finds it.
const unread = [
  { folder: '@prisma/studio-core/dist', goes: /^(?:ui|metafile.*)$/ },
  { folder: '@prisma/dev/dist', goes: /^runtime-assets$/ },
  { folder: '@electric-sql/pglite', goes: /^(?!package\.json$)/ },
  { folder: '@tabler/icons', goes: /^(?:icons|categories)$/ },
  { folder: '@prisma/client/runtime', goes: /\.(?:cockroachdb|mysql|sqlite|sqlserver)\./ },
  { folder: 'next/dist', goes: /^docs$/ },
]

const remove = (path) => rmSync(path, { recursive: true, force: true })

/** Removes from the installed packages what nothing here reads, maps of their sources included. What is gone already is no trouble. */
export function lighten(packages = inRoot('node_modules')) {
  for (const { folder, goes } of unread) {
    const path = join(packages, folder)
    if (!existsSync(path)) continue
    for (const entry of readdirSync(path)) if (goes.test(entry)) remove(join(path, entry))
  }
  for (const entry of readdirSync(packages, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.map')) remove(join(entry.parentPath, entry.name))
  }
}
