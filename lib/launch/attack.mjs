import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { layGround } from './ground.mjs'
import { endAll, endOnSignals, isEnding } from './lifecycle.mjs'
import { inRoot } from './places.mjs'
import { runNode } from './run-node.mjs'
import { ALONE } from './runners.mjs'
import { report, whenRun } from './when-run.mjs'

const kindOf = (file) => basename(file).replace(/\.(attack\.)?(test|spec)\.(ts|mjs)$/, '')

// Vitest and Playwright tell of their tests in two shapes: both become [file, held, said].
const ofVitest = ({ testResults = [] }) =>
  testResults.flatMap(({ name, assertionResults, status }) =>
    assertionResults.length
      ? assertionResults.filter((test) => test.status !== 'pending').map((test) => [name, test.status === 'passed'])
      : [[name, status === 'passed']],
  )
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
const ofPlaywright = ({ suites = [] }) =>
  suites.flatMap((suite) =>
    specsOf(suite)
      .filter(({ tests }) => tests.some(({ status }) => status !== 'skipped'))
      .map(({ ok }) => [suite.file, ok]),
  )

async function results(name, values, env, read) {
  console.log(`\n── ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-attack-'))
  const file = join(folder, 'results.json')
  try {
    const environment = { ...env, RECOUPE_ATTACK: 'long', RECOUPE_RESULTS_FILE: file }
    const { code, output } = await runNode(values(file), { check: false, env: environment })
    const tests = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : []
    // A runner that fails without a failed test (a file that does not load, a crash) counts as one.
    if (code !== 0 && tests.every(([, held]) => held)) tests.push([name, false])
    return { tests, said: output.split('\n').filter((line) => line.startsWith('attack: ')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const units = (names) =>
  results(
    'vitest',
    (file) => [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config=lib/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...(names.length ? names : ['e2e/attack/', '.attack.test.']),
    ],
    {},
    ofVitest,
  )

async function stories(names) {
  const { startTestApp } = await import('./test-app.mjs')
  const env = await startTestApp({ durable: true })
  // One after the other: some of them leave the server no room for others.
  const values = ['node_modules/playwright/cli.js', 'test', '--config=e2e/playwright.config.ts', '--workers=1']
  const part = (grep) =>
    results(
      'playwright',
      () => [...values, grep, '--pass-with-no-tests', ...(names.length ? names : ['attack/'])],
      env,
      ofPlaywright,
    )
  // After a disk was full, health says so for a while.
  return [await part(`--grep-invert=${ALONE}`), await part(`--grep=${ALONE}`)]
}

function tell(done) {
  const kinds = new Map()
  for (const [file, held] of done.flatMap(({ tests }) => tests)) {
    const counts = kinds.get(kindOf(file)) ?? { tried: 0, held: 0 }
    kinds.set(kindOf(file), { tried: counts.tried + 1, held: counts.held + Number(held) })
  }
  const width = Math.max(4, ...[...kinds.keys()].map((kind) => kind.length))
  console.log(`\n${'kind'.padEnd(width)}  tried  held`)
  for (const [kind, { tried, held }] of [...kinds].sort())
    console.log(`${kind.padEnd(width)}  ${String(tried).padStart(5)}  ${String(held).padStart(4)}`)
  for (const line of done.flatMap(({ said }) => said)) console.log(line)
  const all = done.flatMap(({ tests }) => tests)
  return { passed: all.filter(([, held]) => held).length, failed: all.filter(([, held]) => !held).length }
}

/**
 * `npm run attack [-- names of files]`: what outsiders, hostile texts, crashes and racing writers try, at length. A kind is a file of e2e/attack, or
 * one called `.attack.test.` beside the code; a test that makes many tries says so in a line that begins with `attack: `. The last line sums up.
 */
await whenRun(import.meta.url, async (names) => {
  endOnSignals()
  await layGround({ tools: true })
  const files = readdirSync(inRoot('e2e', 'attack'))
  const chosen = names.length ? files.filter((file) => names.some((name) => file.includes(name))) : files
  const has = (kind) => chosen.some((file) => file.includes(`.${kind}.`))
  const done = []
  if (has('test')) done.push(await units(names))
  if (has('spec')) {
    try {
      done.push(...(await stories(names)))
    } catch (error) {
      if (!isEnding()) report(error)
      done.push({ tests: [['playwright', false]], said: [] })
    }
  }
  if (isEnding()) return
  await endAll()
  const { passed, failed } = tell(done)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
})
