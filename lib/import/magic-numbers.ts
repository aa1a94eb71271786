// The first bytes, in Latin-1, of what people drop here by mistake. Other binary files betray themselves by their zeros.
const SIGNATURES = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['postscript', '%!PS'],
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['office', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['png', '\u0089PNG\r\n\u001a\n'],
  ['jpeg', '\u00ff\u00d8\u00ff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['gzip', '\u001f\u008b'],
  ['7z', "7z\u00bc\u00af'\u001c"],
  ['rar', 'Rar!\u001a\u0007'],
  ['webp', 'RIFF....WEBP'],
  ['wav', 'RIFF....WAVE'],
  ['tiff', 'II*\u0000'],
  ['tiff', 'MM\u0000*'],
  ['heic', '....ftyphei'],
  ['mp4', '....ftyp'],
  ['mp3', 'ID3'],
  ['ogg', 'OggS'],
  ['flac', 'fLaC'],
  ['webm', '\u001aE\u00df\u00a3'],
  ['xz', '\u00fd7zXZ\u0000'],
] as const

const LONGEST = Math.max(...SIGNATURES.map(([, signature]) => signature.length))

/** A point stands for any byte. */
const begins = (start: string, signature: string) =>
  start.length >= signature.length &&
  Array.from(signature).every((letter, at) => letter === '.' || letter === start[at])

/** The format of a file that is certainly no plain text, by its first bytes; null when none is recognised. */
export function knownFormat(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST))
  return SIGNATURES.find(([, signature]) => begins(start, signature))?.[0] ?? null
}
