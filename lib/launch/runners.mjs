import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './run-node.mjs'

// A runner that fails without a failed test (a file that does not load, a crash) counts as one.
function counted(code, { passed, failed }) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

async function run(name, values, env, counts) {
  console.log(`\n── ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-results-'))
  const file = join(folder, 'results.json')
  try {
    const { code } = await runNode(values(file), { check: false, env: { ...env, RECOUPE_RESULTS_FILE: file } })
    return counted(code, existsSync(file) ? counts(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the tests of lib and seeds, those with a database included. Returns `{ passed, failed }`. */
export const runUnits = (values = []) =>
  run(
    'vitest',
    (file) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=lib/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...values,
    ],
    {},
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  )

/** Runs the browser stories against the app that `env` names. Returns `{ passed, failed }`. */
export const runStories = (env, values = []) =>
  run(
    'playwright',
    () => ['node_modules/playwright/cli.js', 'test', '--config=e2e/playwright.config.ts', ...values],
    env,
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  )
