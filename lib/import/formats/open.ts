import { DomainError } from '@/lib/errors'
import { knownFormat } from '@/lib/import/magic-numbers'
import { looksLikeMail, openMail } from './mail'
import { IS_WORD, openOpenDocument, openWord } from './office-xml'
import type { Opened } from './opened'
import { openPdf } from './pdf'
import { openRtf } from './rtf'
import { readEntry, zipEntries } from './zip'

const refuse = (key: string): never => {
  throw new DomainError('invalid', [{ key }])
}

const IMAGES = new Set(['png', 'jpeg', 'gif', 'webp', 'tiff', 'heic', 'bmp'])
const SOUNDS = new Set(['mp3', 'mp4', 'ogg', 'wav', 'flac', 'webm'])

function openZip(bytes: Uint8Array): Opened {
  const entries = zipEntries(bytes)
  if (!entries) return refuse('import.damagedFile')
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  if (has(IS_WORD)) return openWord(bytes, entries)
  const type = has(/^mimetype$/) ? (readEntry(bytes, entries, 'mimetype') ?? '').trim() : ''
  if (/opendocument\.text/.test(type)) return openOpenDocument(bytes, entries)
  if (/epub/.test(type)) return refuse('import.book')
  if (has(/^xl\/workbook/) || /opendocument\.spreadsheet/.test(type)) return refuse('import.spreadsheet')
  if (has(/^ppt\/presentation/) || /opendocument\.presentation/.test(type)) return refuse('import.slides')
  if (has(/^Index\/Document\.iwa$/) || has(/^Index\.zip$/) || has(/^index\.xml$/)) return refuse('import.pages')
  return refuse('import.archive')
}

const holds = (bytes: Uint8Array, words: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(words, 'utf16le'))

function refuseOffice(bytes: Uint8Array): never {
  if (holds(bytes, 'WordDocument')) return refuse('import.oldWord')
  if (holds(bytes, 'EncryptedPackage')) return refuse('import.lockedFile')
  if (holds(bytes, 'Workbook')) return refuse('import.spreadsheet')
  if (holds(bytes, 'PowerPoint Document')) return refuse('import.slides')
  return refuse('import.oldOffice')
}

/**
 * Opens a file by what is in it: null for what is plain text or a page's source, as far as its first bytes say. Throws `invalid`
 * for what holds no text that can be read, called by its right name, with what to do.
 */
export async function openFile(bytes: Uint8Array): Promise<Opened | null> {
  const format = knownFormat(bytes)
  if (format === 'pdf') return openPdf(bytes)
  if (format === 'zip') return openZip(bytes)
  if (format === 'rtf') return openRtf(bytes)
  if (format === 'office') return refuseOffice(bytes)
  if (format && IMAGES.has(format)) return refuse('import.image')
  if (format && SOUNDS.has(format)) return refuse('import.sound')
  if (format) return null
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 20_000)).toString('latin1')
  return looksLikeMail(beginning) ? openMail(bytes) : null
}
