import { decodeAs, ENCODINGS, type Encoding } from '@/lib/import/encodings'

/** As the pages of the web name encodings. */
const OTHER_NAMES: Record<string, Encoding> = { gbk: 'gb18030', 'x-mac-cyrillic': 'windows-1251' }

const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The encoding that a page came with by its header; null where none is named, none that is known, or the bytes say otherwise. */
export function encodingOfHeader(contentType: string, bytes: Uint8Array): Encoding | null {
  const label = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase()
  if (!label || isUtf8(bytes) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return null
  let name = label
  try {
    name = new TextDecoder(label).encoding
  } catch {
    // One that browsers do not know either.
  }
  const wanted = OTHER_NAMES[name] ?? name
  return ENCODINGS.find((encoding) => encoding === wanted) ?? null
}

const LOOKED_AT = 2_000_000
const CLOSED = /"isAccessibleForFree"\s*:\s*"?(?:false|0)\b/i

/** Whether a page says of itself that not all of it can be read for free. */
export const saysPaywall = (bytes: Uint8Array): boolean =>
  CLOSED.test(decodeAs(bytes.subarray(0, LOOKED_AT), 'iso-8859-1'))
