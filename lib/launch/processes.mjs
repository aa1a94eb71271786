import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { platform } from 'node:os'

/** True while a process of that id runs, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The command line of a running process, or '' when there is none: a process id alone may have been given to another program since. */
export function commandOf(pid) {
  if (!isAlive(pid)) return ''
  try {
    if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
    })
  } catch {
    return ''
  }
}

/** Waits until the process has gone; false when it is still there after `timeout` milliseconds. */
export async function hasEnded(pid, timeout) {
  const until = Date.now() + timeout
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
