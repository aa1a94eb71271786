import { defineConfig } from 'playwright/test'
import { browserExecutable, browserFlags } from './browser'

// An odd zone, so that a forgotten one shows.
process.env.TZ = 'Asia/Kathmandu'

const executablePath = await browserExecutable()
const results = process.env.RECOUPE_RESULTS_FILE

// `node lib/launch/test.mjs --browser` starts an app with a database of its own and names it in BASE_URL.
export default defineConfig({
  testDir: '.',
  // What ends in .test.mjs in attack/ needs no browser: vitest runs it.
  testMatch: '**/*.spec.ts',
  outputDir: '.output',
  workers: Number(process.env.RECOUPE_BROWSER_WORKERS ?? 2),
  retries: 0,
  timeout: 180_000,
  // Long enough for a machine that is busy with other things: what is there sooner is seen sooner.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: results ? [['list'], ['json', { outputFile: results }]] : [['list']],
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'fr-FR',
    timezoneId: 'Asia/Kathmandu',
    // Nothing moves in stories.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    // Of a story that fails one has how its windows looked, and what was in them. To follow each step, which takes time: RECOUPE_TRACE=1.
    trace: process.env.RECOUPE_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    channel: executablePath ? undefined : 'chrome',
    launchOptions: executablePath ? { executablePath, args: browserFlags } : {},
  },
})
