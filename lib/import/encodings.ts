import iconv from 'iconv-lite'
import { decodeLatin1, decodeWindows1252 } from './single-byte'

/** The encodings in which a text can be read, those of most texts first. */
export const ENCODINGS = [
  ...(['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const),
  ...(['macintosh', 'cp850', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255'] as const),
  ...(['windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-2', 'koi8-r', 'koi8-u', 'ibm866'] as const),
  ...(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const),
] as const
export type Encoding = (typeof ENCODINGS)[number]

// Not every build of Node knows big-endian UTF-16.
function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (bytes.length % 2))
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    result[at] = bytes[at + 1] ?? 0
    result[at + 1] = bytes[at] ?? 0
  }
  return result
}

/** The text of bytes in a given encoding, without a byte order mark; what cannot be read becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'iso-8859-1') return decodeLatin1(bytes)
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  if (encoding === 'utf-16be') return new TextDecoder('utf-16le').decode(swapped(bytes))
  if (encoding === 'utf-8' || encoding === 'utf-16le') return new TextDecoder(encoding).decode(bytes)
  // Since 1998 the sign of currencies is the euro there.
  if (encoding === 'macintosh') return iconv.decode(bytes, encoding).replaceAll('¤', '€')
  return iconv.decode(bytes, encoding)
}
