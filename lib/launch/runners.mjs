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

// A story has this tag that fills the whole server or uses up somebody's limit, so that others beside it would meet the refusals, or that
// others in the same project would disturb.
export const ALONE = '@alone'

/** Runs the browser stories against the app that `env` names, those that need it for themselves after the others. Returns `{ passed, failed }`. */
export async function runStories(env, values = []) {
  const part = (chosen) =>
    run(
      'playwright',
      () => ['node_modules/playwright/cli.js', 'test', '--config=e2e/playwright.config.ts', ...chosen, ...values],
      env,
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
    )
  if (values.some((value) => /^(?:-g|--grep)/.test(value))) return part([])
  // Of the files that somebody chose, all may be of one part.
  const some = values.length > 0 ? ['--pass-with-no-tests'] : []
  const together = await part([`--grep-invert=${ALONE}`, ...some])
  const alone = await part([`--grep=${ALONE}`, '--workers=1', '--output=e2e/.output/alone', ...some])
  const [passed, failed] = [together.passed + alone.passed, together.failed + alone.failed]
  return { passed, failed: passed + failed === 0 ? 1 : failed }
}
