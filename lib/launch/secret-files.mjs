import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { asLaunchError, LaunchError } from './launch-error.mjs'
import { say } from './messages.mjs'

const TOO_LONG = 16_384

/** Whether nobody can guess it: long enough, of many different characters, and of no pattern that packs small. */
export const isUnguessable = (text) =>
  text.length >= 32 && new Set(text).size >= 8 && deflateRawSync(text, { level: 9 }).length >= 24

const isPlain = (character) => (character >= ' ' && !'\x7f\ufffd'.includes(character)) || '\n\r\t'.includes(character)

// Others on this machine must not read a secret. Who may, mends that; who may not, is told.
function closeToOthers(file, mode) {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  try {
    chmodSync(file, 0o600)
    console.log(`  ${say('modeMended', { file })}`)
  } catch {
    console.log(`  ${say('modeOpen', { file })}`)
  }
}

/**
 * A secret file as text, without a byte order mark and white space around it; undefined when there is none. A file that is no text comes back as
 * '' like an empty one: whoever asks says what is to be done. LaunchError for a folder in its place, and for what may not be read.
 */
export function readSecret(file) {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return undefined
  if (!found.isFile()) throw new LaunchError('keptNotFile', { file })
  closeToOthers(file, found.mode)
  let bytes
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw cause.code === 'EACCES' ? new LaunchError('keptUnreadable', { file }, { cause }) : asLaunchError(cause, file)
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  // NUL, other control characters and what is no UTF-8: no secret of ours holds them.
  const isText = bytes.length <= TOO_LONG && Array.from(text).every(isPlain)
  return isText ? text.trim() : ''
}

/** Writes a secret whole or not at all, for this user alone: a killed process leaves the old text or the new one. */
export function writeSecret(file, text) {
  const draft = `${file}.draft`
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    chmodSync(draft, 0o600)
    const opened = openSync(draft, 'r+')
    fsyncSync(opened)
    closeSync(opened)
    renameSync(draft, file)
  } catch (error) {
    throw error.code === 'EISDIR' ? new LaunchError('keptNotFile', { file }) : asLaunchError(error, file)
  }
}
