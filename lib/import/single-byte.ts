// Not with TextDecoder: it takes "iso-8859-1" for Windows-1252, and some versions of Node read Windows-1252 as Latin-1.
const WINDOWS_1252_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const PIECE = 8192

function decodeUnits(bytes: Uint8Array, unitOf: (byte: number) => number): string {
  const units = Uint16Array.from(bytes)
  for (let at = 0; at < units.length; at++) units[at] = unitOf(units[at] ?? 0)
  const pieces: string[] = []
  for (let at = 0; at < units.length; at += PIECE) pieces.push(String.fromCharCode(...units.subarray(at, at + PIECE)))
  return pieces.join('')
}

/** Bytes read as ISO-8859-1: each is the code point of the same number. */
export const decodeLatin1 = (bytes: Uint8Array): string => decodeUnits(bytes, (byte) => byte)

/** Bytes read as Windows-1252; its five undefined ones become the control characters of the same number. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  decodeUnits(bytes, (byte) => (byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252_80_TO_9F.charCodeAt(byte - 0x80) : byte))
