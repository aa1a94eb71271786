import { checkStyle, checkTypes, checkUnused } from './checks.mjs'
import { layGround } from './ground.mjs'
import { endOnSignals } from './lifecycle.mjs'
import { runUnits } from './runners.mjs'
import { whenRun } from './when-run.mjs'

/** `npm run check`: format, lint, types, what is unused, and structure, quickly. */
await whenRun(import.meta.url, async () => {
  endOnSignals()
  await layGround({ tools: true })
  const well = [
    await checkStyle(),
    await checkTypes(),
    await checkUnused(),
    (await runUnits(['lib/structure.test.ts', 'lib/launch/documents.test.ts'])).failed === 0,
  ]
  process.exitCode = well.every(Boolean) ? 0 : 1
})
