import { checkStyle, checkTypes } from './checks.mjs'
import { layGround } from './ground.mjs'
import { endAll, endOnSignals, isEnding } from './lifecycle.mjs'
import { runStories, runUnits } from './runners.mjs'
import { report, whenRun } from './when-run.mjs'

const passedOrNot = (well) => ({ passed: 0, failed: well ? 0 : 1 })

async function stories(values) {
  try {
    const { startTestApp } = await import('./test-app.mjs')
    return await runStories(await startTestApp(), values)
  } catch (error) {
    if (!isEnding()) report(error)
    return passedOrNot(false)
  }
}

/**
 * `npm test`: style, types, units and database tests, browser stories. `--unit [vitest's arguments]` and `--browser [playwright's arguments]` run
 * one kind alone. The last line sums up; a step that fails as a whole counts as one failed.
 */
async function test([kind, ...values]) {
  endOnSignals()
  await layGround()
  const results = []
  if (kind === '--unit') results.push(await runUnits(values))
  else if (kind === '--browser') results.push(await stories(values))
  else {
    results.push(passedOrNot(await checkStyle()), passedOrNot(await checkTypes()))
    results.push(await runUnits(), await stories([]))
  }
  if (isEnding()) return
  await endAll()
  const sum = (name) => results.reduce((total, result) => total + result[name], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') ? 1 : 0)
}

await whenRun(import.meta.url, test)
