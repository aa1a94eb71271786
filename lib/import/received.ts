import { DomainError, type Reason } from '@/lib/errors'
import type { WorldDate } from '@/lib/fields'
import { decodeAs, decodeBytes, ENCODINGS, type Encoding } from '@/lib/import/decode'
import { readHeader } from '@/lib/import/header'
import { detectLanguage } from '@/lib/import/language'
import { deriveTitle } from '@/lib/import/title'
import { codePointLength } from '@/lib/text/code-points'
import { MAX_CODE_POINTS, normaliseText, utf16ParagraphsOf } from '@/lib/text/normalise'

/** What is read from received bytes. */
export type ReadText = {
  text: string
  encoding: Encoding
  /** False: guessed, for a person to look at. */
  certain: boolean
  /** The other encodings in which the bytes can be read. */
  alternatives: Encoding[]
  /** The header line that became data, as it stood. */
  removed: string | null
  title: string
  language: string | null
  published: WorldDate | null
  codePoints: number
  words: number
  paragraphs: number
  /** Places that are no character in this encoding. */
  unreadable: number
}

const SAYS_SOMETHING = /[\p{L}\p{N}\p{P}\p{S}]/u
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

const refuse = (reason: Reason): never => {
  throw new DomainError('invalid', [reason])
}

function decoded(bytes: Uint8Array, wanted: string | null) {
  const found = decodeBytes(bytes)
  if (found.kind === 'empty') return refuse({ key: bytes.length === 0 ? 'import.empty' : 'import.blank' })
  if (found.kind === 'binary')
    return refuse(
      found.format
        ? { key: 'import.binaryFormat', values: { format: found.format.toUpperCase() } }
        : { key: 'import.binary' },
    )
  const possible = [found.encoding, ...found.alternatives.map(({ encoding }) => encoding)]
  const encoding = ENCODINGS.find((each) => each === (wanted ?? found.encoding))
  if (!encoding) return refuse({ key: 'import.encodingUnknown', path: 'encoding' })
  return {
    raw: encoding === found.encoding ? found.text : decodeAs(bytes, encoding),
    encoding,
    certain: found.certain,
    alternatives: possible.filter((each) => each !== encoding),
  }
}

/**
 * Reads received bytes as an article: decoded (as recognised, or in the wanted encoding), the header taken off,
 * normalised, without outer white space. Throws `invalid` for what is empty, blank, binary or over 1,000,000 code points.
 */
export function readReceived(bytes: Uint8Array, wanted: string | null): ReadText {
  const { raw, ...reading } = decoded(bytes, wanted)
  const { body, date } = readHeader(raw)
  const text = normaliseText(body).trim()
  if (!SAYS_SOMETHING.test(text)) refuse({ key: 'import.blank' })
  const codePoints = codePointLength(text)
  if (codePoints > MAX_CODE_POINTS)
    refuse({ key: 'import.tooLong', values: { count: codePoints, max: MAX_CODE_POINTS } })
  const language = detectLanguage(text)
  return {
    ...reading,
    text,
    removed: date ? raw.slice(0, raw.length - body.length).trim() : null,
    title: deriveTitle(text, language),
    language,
    published: date,
    codePoints,
    words: text.match(WORD)?.length ?? 0,
    paragraphs: utf16ParagraphsOf(text).length,
    unreadable: text.split('\ufffd').length - 1,
  }
}
