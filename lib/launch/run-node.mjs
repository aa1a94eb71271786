import { spawn } from 'node:child_process'
import { LaunchError, saysDiskFull } from './launch-error.mjs'
import { root } from './places.mjs'

// Our pipe is no terminal, but what they print goes to one, or to a log.
const colours = () => (process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' })

// Ours may be asked to stop while one of these works; none may outlive us.
const running = new Set()

// Prisma asks for the parts of a nested read at once, on the one connection of a transaction: pg queues them, and warns of it.
export const quietly = ['--disable-warning=DeprecationWarning']

/** Ends every program that runCommand has started and that still runs. */
export function endPrograms(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}

/**
 * Runs a program in the checkout and resolves to `{ code, output }`. What it prints passes through as it comes unless `quiet`, and is kept as well.
 * With `check` (the default) an exit code other than 0 is a LaunchError that carries the end of its output.
 */
export function runCommand(command, values, { env = {}, quiet = false, check = true, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, values, {
      cwd: root,
      env: { ...process.env, ...colours(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    running.add(child)
    let output = ''
    let line = ''
    const take = (stream) => (chunk) => {
      const text = chunk.toString()
      output = (output + text).slice(-1_000_000)
      if (!onLine) {
        if (!quiet) stream.write(text)
        return
      }
      const lines = (line + text).split('\n')
      line = lines.pop()
      for (const each of lines) onLine(each)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      if (line) onLine?.(line)
      if (code === 0 || !check) return resolve({ code: code ?? 1, output })
      if (saysDiskFull(output)) return reject(new LaunchError('diskFull', { path: root }))
      const shown = quiet || onLine ? output.trim().split('\n').slice(-15).join('\n') : ''
      reject(
        new LaunchError('programFailed', {
          program: [command, ...values].join(' '),
          code: code ?? signal,
          output: shown,
        }),
      )
    })
  })
}

/** As runCommand, for a script that Node runs. */
export const runNode = (values, options) => runCommand(process.execPath, values, options)
