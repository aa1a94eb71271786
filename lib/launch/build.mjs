import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isForServing } from './dependencies.mjs'
import { writeMessageParts } from './message-parts.mjs'
import { hashOf, inRoot } from './places.mjs'
import { runNode } from './run-node.mjs'
import { step } from './steps.mjs'

const stamp = inRoot('.next', 'recoupe-build')
const sources = [
  'app',
  'lib',
  'prisma/schema.prisma',
  'prisma/models',
  'next.config.js',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]
const isNoSource = (name) =>
  name === 'launch' || name === 'vitest.config.ts' || /\.test\.(ts|tsx|mjs)$/.test(name) || name.startsWith('.')

const sourceHash = () => hashOf(sources, isNoSource)
const isBuilt = (hash) =>
  existsSync(stamp) && existsSync(inRoot('.next', 'BUILD_ID')) && readFileSync(stamp, 'utf8') === hash

/** Builds the pages unless they are those of the sources as they stand. */
export async function ensureBuild() {
  writeMessageParts()
  const hash = sourceHash()
  if (isBuilt(hash)) return
  await step('building', () =>
    runNode(['node_modules/next/dist/bin/next', 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      quiet: true,
    }),
  )
  // What would make the next build quicker weighs more than the pages: for those who build again and again.
  if (isForServing()) rmSync(inRoot('.next', 'cache'), { recursive: true, force: true })
  writeFileSync(stamp, hash)
}
