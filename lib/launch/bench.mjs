import { layGround } from './ground.mjs'
import { endAll, endOnSignals } from './lifecycle.mjs'
import { runNode } from './run-node.mjs'
import { whenRun } from './when-run.mjs'

// Of what is kept of a long text the collector moves more than of a short one, again and again: with room for all of it, what is
// measured is the function.
const ROOM = ['--min-semi-space-size=512', '--max-semi-space-size=512']

// The bench of large projects asks for the plans of what the pages ask.
const tellsPlans = ['session_preload_libraries=auto_explain', 'auto_explain.log_format=json', 'max_wal_size=8GB']

/** `npm run bench [arguments]`: the built app with a seeded, durable database on free ports, and the measurements of e2e/bench against it. */
await whenRun(import.meta.url, async (values) => {
  endOnSignals()
  await layGround({ tools: true })
  // A clone of its own is started, and nothing of this checkout.
  if (values[0] === 'weight') {
    const { weigh } = await import('./weigh.mjs')
    await weigh()
    await endAll()
    process.exit(0)
  }
  const { startTestApp } = await import('./test-app.mjs')
  // Hostile texts, passages that are sought again, and sentences that are read go to pure functions alone.
  const env = ['hostile', 'anchoring', 'reading'].includes(values[0])
    ? {}
    : await startTestApp({ durable: true, settings: values[0] === 'scale' ? tellsPlans : [] })
  const flags = values[0] === 'hostile' ? ROOM : []
  const { code } = await runNode([...flags, '--import', 'tsx', 'e2e/bench/run.ts', ...values], { env, check: false })
  await endAll()
  process.exit(code)
})
