import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { atEnd } from './lifecycle.mjs'
import { root } from './places.mjs'
import { hasEnded } from './processes.mjs'

// Reckons without a pause, but for the moment in which it hears that its parent has gone.
const work = 'const on = () => { for (const end = Date.now() + 200; Date.now() < end; ); setImmediate(on) }; on()'

/** Keeps every core busy (two at least) with processes of its own. Answers what ends them. */
export function keepBusy() {
  const values = ['--import', './lib/launch/leave-with-parent.mjs', '--eval', work]
  const start = () => spawn(process.execPath, values, { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] })
  const children = Array.from({ length: Math.max(2, availableParallelism()) }, start)
  const end = async () => {
    for (const child of children) child.kill('SIGKILL')
    for (const child of children) await hasEnded(child.pid, 5000)
  }
  atEnd(end)
  return { pids: children.map(({ pid }) => pid), end }
}
