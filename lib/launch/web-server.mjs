import { spawn } from 'node:child_process'
import { LaunchError } from './launch-error.mjs'
import { atEnd, isEnding } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { inRoot, root } from './places.mjs'
import { hasEnded } from './processes.mjs'
import { quietly } from './run-node.mjs'
import { askHealth, watchHealth } from './watch-health.mjs'

const patience = 90

function endSilent(child) {
  console.error(`${new Date().toISOString()} ${say('serverHangs')}`)
  child.kill('SIGKILL')
}

/**
 * Starts Next as one process of ours, out of reach of the terminal's Ctrl+C, and waits until it answers at `address`.
 * `mode` is 'start' or 'dev'. `ended` resolves to a LaunchError if it should end by itself.
 */
export async function startWebServer({ mode, host, port, address, env }) {
  const child = spawn(
    process.execPath,
    [
      ...quietly,
      '--import',
      './lib/launch/leave-with-parent.mjs',
      '--import',
      './lib/launch/request-gate.mjs',
      '--import',
      './lib/launch/refuse-malformed.mjs',
      '--import',
      './lib/launch/honest-headers.mjs',
      inRoot('node_modules/next/dist/bin/next'),
      mode,
      '-H',
      host,
      '-p',
      String(port),
    ],
    {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', RECOUPE_WEB_SERVER: '1', ...env },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  child.stdin.on('error', () => {})
  // Next's own greeting says less than ours: it shows only if something goes wrong.
  let greeting = ''
  let ready = false
  for (const stream of ['stdout', 'stderr']) {
    child[stream].on('data', (chunk) => {
      if (ready) process[stream].write(chunk)
      else greeting += chunk
    })
  }
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(new LaunchError('serverEnded', { code: code ?? signal, output: ready ? '' : greeting.trim() })),
    )
  })
  const stop = async () => {
    child.kill('SIGTERM')
    if (!(await hasEnded(child.pid, 4000))) child.kill('SIGKILL')
    await ended
  }
  const forget = atEnd(stop)
  ended.then(forget)
  for (const until = Date.now() + patience * 1000; (await askHealth(address)) !== 200; ) {
    if (child.exitCode !== null || child.signalCode) throw await ended
    if (isEnding()) return { ended }
    if (Date.now() > until) {
      await stop()
      throw new LaunchError('serverSilent', { address, seconds: patience, output: greeting })
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  ready = true
  // The development server builds a page while somebody waits for it: how long that takes says nothing.
  if (mode === 'start') ended.then(watchHealth(address, () => endSilent(child)))
  return { pid: child.pid, ended }
}
