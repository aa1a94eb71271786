import { checkStyle, checkTypes, checkUnused } from './checks.mjs'
import { layGround } from './ground.mjs'
import { endAll, endOnSignals, isEnding } from './lifecycle.mjs'
import { runStories, runUnits } from './runners.mjs'
import { tellWhenDone } from './steps.mjs'
import { report, whenRun } from './when-run.mjs'

const passedOrNot = (well) => ({ passed: 0, failed: well ? 0 : 1 })

async function startApp() {
  try {
    const { startTestApp } = await import('./test-app.mjs')
    return await startTestApp()
  } catch (error) {
    if (!isEnding()) report(error)
    return null
  }
}

async function stories(app, values = []) {
  const env = await app
  return env ? runStories(env, values) : passedOrNot(false)
}

/** Style and types side by side: each leaves a core idle for a part of its time. */
const checks = async () => (await Promise.all([checkStyle(), checkTypes(), checkUnused()])).map(passedOrNot)

/** Units, and beside them what the stories need: many units wait for processes that they start and kill, while building keeps a core busy. */
async function unitsAndStories() {
  // First the units: what the app of the stories adds to this process's environment is nothing to them.
  const units = runUnits()
  tellWhenDone()
  const app = startApp()
  const results = [await units]
  return isEnding() ? results : [...results, await stories(app)]
}

/**
 * `npm test`: style, types, units and database tests, browser stories. `--unit [vitest's arguments]` and `--browser [playwright's arguments]` run
 * one kind alone. The last line sums up; a step that fails as a whole counts as one failed.
 */
async function test([kind, ...values]) {
  endOnSignals()
  await layGround({ tools: true })
  const results = []
  if (kind === '--unit') results.push(await runUnits(values))
  else if (kind === '--browser') results.push(await stories(startApp(), values))
  else results.push(...(await checks()), ...(await unitsAndStories()))
  if (isEnding()) return
  await endAll()
  const sum = (name) => results.reduce((total, result) => total + result[name], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') ? 1 : 0)
}

await whenRun(import.meta.url, test)
