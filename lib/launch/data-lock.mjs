import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { commandOf } from './processes.mjs'

const lockFile = (folder, name = 'running') => join(folder, name)

/** The process id of a copy of Recoupe that uses this data folder, if one does. A killed one's file does not count, nor does its process id given to another program. */
export function userOf(folder, name = 'running') {
  const file = lockFile(folder, name)
  if (!existsSync(file)) return undefined
  if (!statSync(file).isFile()) throw new LaunchError('keptNotFile', { file })
  const pid = Number(readFileSync(file, 'utf8'))
  return pid !== process.pid && /lib[/\\]launch[/\\]/.test(commandOf(pid)) ? pid : undefined
}

/** Takes the data folder for this process, or what else that name stands for in it, and returns how to give it back. LaunchError when another copy has it. */
export function lockData(folder, name = 'running') {
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile(folder, name), String(process.pid), { flag: 'wx' })
      return () => rmSync(lockFile(folder, name), { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST' || attempt > 3) throw asLaunchError(error, folder)
      const pid = userOf(folder, name)
      if (pid) throw new LaunchError('alreadyRunning', { pid, path: folder })
      rmSync(lockFile(folder, name), { force: true })
    }
  }
}
