import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { drawSketch } from './er-sketch.mjs'
import { hashOf, inRoot } from './places.mjs'
import { runNode } from './run-node.mjs'
import { whenRun } from './when-run.mjs'

const stamp = inRoot('prisma', 'generated', '.schema-hash')
const schemaHash = () => hashOf(['prisma/schema.prisma', 'prisma/models', 'node_modules/prisma/package.json'])

/** True when the Prisma client is that of the schema as it stands. */
export const isGenerated = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === schemaHash()

/** Writes the Prisma client to prisma/generated. Nothing is downloaded: the named engine only has to exist, generating needs none. */
export async function generate() {
  await runNode(
    ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts', '--no-hints'],
    {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      quiet: true,
    },
  )
  writeFileSync(stamp, schemaHash())
}

// Whoever changes a model calls this by hand.
await whenRun(import.meta.url, async () => {
  await generate()
  drawSketch()
})
