import { layGround } from './ground.mjs'
import { endAll, endOnSignals } from './lifecycle.mjs'
import { runNode } from './run-node.mjs'
import { whenRun } from './when-run.mjs'

/** `npm run bench [arguments]`: the built app with a seeded, durable database on free ports, and the measurements of e2e/bench against it. */
await whenRun(import.meta.url, async (values) => {
  endOnSignals()
  await layGround()
  const { startTestApp } = await import('./test-app.mjs')
  // Hostile texts go to pure functions alone.
  const env = values[0] === 'hostile' ? {} : await startTestApp({ durable: true })
  const { code } = await runNode(['--import', 'tsx', 'e2e/bench/run.ts', ...values], { env, check: false })
  await endAll()
  process.exit(code)
})
