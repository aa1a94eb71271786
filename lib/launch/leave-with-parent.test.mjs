import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

// By the environment, as Next's development server hands its options on: threads get them too.
const env = { ...process.env, NODE_OPTIONS: '--import=./lib/launch/leave-with-parent.mjs' }
const start = (code) => spawn(process.execPath, ['--eval', code], { env, stdio: ['pipe', 'ignore', 'inherit'] })

test('a server goes when the pipe to its launcher closes', async () => {
  const server = start('setInterval(() => {}, 1000)')
  server.stdin.end()
  expect(await once(server, 'exit')).toEqual([null, 'SIGTERM'])
})

test('a thread of the server, given the same options, ends nothing', async () => {
  const server = start(`
    const { Worker } = require('node:worker_threads')
    // It has read its own empty input to the end, and what that brings about has had its turn.
    const code = "process.stdin.resume().on('end', () => setTimeout(() => {}, 200))"
    new Worker(new URL('data:text/javascript,' + encodeURIComponent(code)), { execArgv: [] }).on('exit', () => process.exit(7))`)
  expect(await once(server, 'exit')).toEqual([7, null])
})
