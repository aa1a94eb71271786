/** Something that a person can put right: `key` names a sentence of messages.mjs, `values` fills it. */
export class LaunchError extends Error {
  constructor(key, values = {}, options = {}) {
    super(`${key} ${JSON.stringify(values)}`, options)
    this.key = key
    this.values = values
  }
}

const outOfSpace = /ENOSPC|No space left on device/

/** True when a child's output or a log says that the disk is full. */
export const saysDiskFull = (text) => outOfSpace.test(text)

/** Gives an error of the file system its own sentence, about `folder` if that is named; anything else comes back as it was. */
export function asLaunchError(error, folder = '') {
  if (error instanceof LaunchError) return error
  const path = folder || error?.path || ''
  if (error?.code === 'ENOSPC') return new LaunchError('diskFull', { path }, { cause: error })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(error?.code) && path) {
    return new LaunchError('notWritable', { path }, { cause: error })
  }
  // Whatever else the file system says of a path of ours: one sentence, and its own word for it.
  if (error?.syscall && error.path && error.code) {
    return new LaunchError('fileTrouble', { path: error.path, reason: error.code }, { cause: error })
  }
  return error
}
