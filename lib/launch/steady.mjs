import { keepBusy } from './busy.mjs'
import { LaunchError } from './launch-error.mjs'
import { endAll, endOnSignals, isEnding } from './lifecycle.mjs'
import { language, say } from './messages.mjs'
import { runNode } from './run-node.mjs'
import { whenRun } from './when-run.mjs'

const OFTEN = 5
// Two runs meet a busy machine.
const BUSY_RUNS = new Set([2, 4])

/** How many runs the command line asks for: five without a word. LaunchError when it is no number from 1 on. */
export function runsAsked([wanted = String(OFTEN)]) {
  if (!/^[1-9]\d{0,2}$/.test(wanted)) throw new LaunchError('badRuns', { wanted })
  return Number(wanted)
}

/** What a run of `npm test` says in its last line; a run that ends without one has failed as a whole. */
export function countsOf({ code, output }) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [null, '0', '1']
  return { passed: Number(passed), failed: code !== 0 && failed === '0' ? 1 : Number(failed) }
}

/** Runs everything up to `runs` times and stops at the first red. Returns `{ passed, failed }`, in runs. */
export async function runSteadily(runs, { once, busy, tell }) {
  for (let run = 1; run <= runs; run++) {
    const load = BUSY_RUNS.has(run) ? busy() : null
    const started = performance.now()
    const result = await once()
    await load?.end()
    const { passed, failed } = countsOf(result)
    const minutes = ((performance.now() - started) / 60_000).toLocaleString(language(), { maximumFractionDigits: 1 })
    const machine = say(load ? 'machineBusy' : 'machineFree')
    if (failed) tell(result.output)
    tell(say('steadyRun', { run, runs, passed, failed, minutes, machine }))
    if (failed) return { passed: run - 1, failed: 1 }
  }
  return { passed: runs, failed: 0 }
}

/** `npm run test:steady [runs]`: the whole of `npm test`, again and again, two of the runs while the cores are busy with something else. */
await whenRun(import.meta.url, async (values) => {
  endOnSignals()
  const runs = runsAsked(values)
  const { passed, failed } = await runSteadily(runs, {
    once: () => runNode(['lib/launch/test.mjs'], { check: false, quiet: true }),
    busy: keepBusy,
    tell: (line) => {
      if (!isEnding()) console.log(line)
    },
  })
  if (isEnding()) return
  await endAll()
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
})
