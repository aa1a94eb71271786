import { spawn } from 'node:child_process'
import { LaunchError } from './launch-error.mjs'
import { atEnd } from './lifecycle.mjs'
import { root } from './places.mjs'
import { hasEnded } from './processes.mjs'
import { quietly } from './run-node.mjs'

/** In milliseconds: a job that takes longer to its next resting place is ended with its worker, and done again by the next one. */
const patience = 15_000

/**
 * Starts the worker of the background jobs as one process of ours, and does not wait for it. `ready` resolves once it works;
 * `ended` resolves to a LaunchError if it should end by itself.
 */
export function startWorker(env) {
  const child = spawn(
    process.execPath,
    [...quietly, '--import', './lib/launch/leave-with-parent.mjs', '--import', 'tsx', 'lib/launch/worker-work.ts'],
    { cwd: root, env: { ...process.env, ...env }, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  child.stdin.on('error', () => {})
  let said = ''
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      if (/^WORKER=/m.test(String(chunk))) resolve()
      else process.stdout.write(chunk)
    })
  })
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000)
    process.stderr.write(chunk)
  })
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(new LaunchError('workerEnded', { code: code ?? signal, output: said.trim() })),
    )
  })
  const forget = atEnd(async () => {
    child.kill('SIGTERM')
    if (!(await hasEnded(child.pid, patience))) child.kill('SIGKILL')
    await ended
  })
  ended.then(forget)
  return { pid: child.pid, ready, ended }
}
