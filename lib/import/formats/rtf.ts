import iconv from 'iconv-lite'
import { type Block, MOST_TEXT, type Opened } from './opened'

const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf object themedata ' +
    'datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles fldinst annotation atnid atnauthor'
  ).split(' '),
)
const SIGNS: Record<string, string> = {
  ...{ par: '\n\n', line: '\n', tab: '\t', cell: '\t', row: '\n\n', sect: '\n\n', page: '\n\n' },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
}
const SYMBOLS: Record<string, string> = { '~': '\u00a0', '-': '\u00ad', _: '\u2011', '\\': '\\', '{': '{', '}': '}' }
const MOST_DEPTH = 2000
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gy

/** A Rich Text file: its words, without tables of fonts, pictures, headers and footers. */
export function openRtf(bytes: Uint8Array): Opened {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pieces: string[] = []
  const stack: { isSkipped: boolean; fallback: number }[] = []
  let [isSkipped, fallback, toSkip, length, page] = [false, 1, 0, 0, 'windows-1252']
  let pending: number[] = []
  const add = (text: string) => {
    length += text.length
    if (!isSkipped && length <= MOST_TEXT) pieces.push(text)
  }
  const flush = () => {
    if (pending.length > 0) add(iconv.decode(Buffer.from(pending), page))
    pending = []
  }
  for (const [all, word, number, hex, symbol, brace, text] of source.matchAll(TOKEN)) {
    if (hex === undefined) flush()
    if (brace === '{') {
      if (stack.length < MOST_DEPTH) stack.push({ isSkipped, fallback })
    } else if (brace === '}') ({ isSkipped, fallback } = stack.pop() ?? { isSkipped: false, fallback: 1 })
    else if (word === 'u' && number !== undefined) {
      add(String.fromCharCode((Number(number) + 65_536) % 65_536))
      toSkip = fallback
    } else if (word === 'uc') fallback = Math.min(8, Number(number ?? 1))
    else if (word === 'ansicpg' && iconv.encodingExists(`cp${number}`)) page = `cp${number}`
    else if (word === 'mac') page = 'macintosh'
    else if (word !== undefined && SKIPPED.has(word)) isSkipped = true
    else if (word !== undefined) add(SIGNS[word] ?? '')
    else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!isSkipped) pending.push(Number.parseInt(hex, 16))
    } else if (symbol === '*') isSkipped = true
    else if (symbol !== undefined) add(SYMBOLS[symbol] ?? '')
    else if (text !== undefined) {
      const rest = text.slice(toSkip)
      toSkip = Math.max(0, toSkip - text.length)
      add(/[\u0080-\u00ff]/.test(rest) ? iconv.decode(Buffer.from(rest, 'latin1'), page) : rest)
    } else if (all === '') break
  }
  flush()
  const blocks = pieces
    .join('')
    .split(/\n\n+/)
    .map((each): Block => ({ kind: 'body', text: each, kept: true }))
  return { format: 'rtf', blocks, facts: {} }
}
