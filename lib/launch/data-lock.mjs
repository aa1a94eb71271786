import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { commandOf } from './processes.mjs'

const lockFile = (folder) => join(folder, 'running')

/** The process id of a copy of Recoupe that uses this data folder, if one does. A killed one's file does not count, nor does its process id given to another program. */
export function userOf(folder) {
  if (!existsSync(lockFile(folder))) return undefined
  const pid = Number(readFileSync(lockFile(folder), 'utf8'))
  return pid !== process.pid && /lib[/\\]launch[/\\]/.test(commandOf(pid)) ? pid : undefined
}

/** Takes the data folder for this process and returns how to give it back. LaunchError when another copy has it. */
export function lockData(folder) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile(folder), String(process.pid), { flag: 'wx' })
      return () => rmSync(lockFile(folder), { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST' || attempt > 3) throw asLaunchError(error, folder)
      const pid = userOf(folder)
      if (pid) throw new LaunchError('alreadyRunning', { pid, path: folder })
      rmSync(lockFile(folder), { force: true })
    }
  }
}
