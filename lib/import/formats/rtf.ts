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
// The alphabet of a font, by the number that Windows gives it.
const PAGES: Record<string, string> = {
  ...{ 77: 'macintosh', 128: 'cp932', 129: 'cp949', 134: 'cp936', 136: 'cp950', 161: 'cp1253', 162: 'cp1254' },
  ...{ 163: 'cp1258', 177: 'cp1255', 178: 'cp1256', 186: 'cp1257', 204: 'cp1251', 222: 'cp874', 238: 'cp1250' },
}
const MOST_DEPTH = 2000
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gy

/** A Rich Text file: its words, without tables of fonts, pictures, headers and footers; footnotes are set apart. */
export function openRtf(bytes: Uint8Array): Opened {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pieces: string[] = []
  const notes: string[] = []
  const fonts = new Map<string, string>()
  let state = { isSkipped: false, isNote: false, fallback: 1, page: null as string | null, font: '' }
  const stack: (typeof state)[] = []
  let [toSkip, length, usual] = [0, 0, 'windows-1252']
  let pending: number[] = []
  const add = (text: string) => {
    length += text.length
    if (!state.isSkipped && length <= MOST_TEXT) (state.isNote ? notes : pieces).push(text)
  }
  const flush = () => {
    if (pending.length > 0) add(iconv.decode(Buffer.from(pending), state.page ?? usual))
    pending = []
  }
  for (const [all, word, number, hex, symbol, brace, text] of source.matchAll(TOKEN)) {
    if (hex === undefined) flush()
    if (brace === '{') {
      if (stack.length < MOST_DEPTH) stack.push({ ...state })
    } else if (brace === '}') {
      if (state.isNote && !stack.at(-1)?.isNote) add('\n\n')
      state = stack.pop() ?? { isSkipped: false, isNote: false, fallback: 1, page: null, font: '' }
    } else if (word === 'u' && number !== undefined) {
      add(String.fromCharCode((Number(number) + 65_536) % 65_536))
      toSkip = state.fallback
    } else if (word === 'uc') state.fallback = Math.min(8, Number(number ?? 1))
    else if (word === 'ansicpg' && iconv.encodingExists(`cp${number}`)) usual = `cp${number}`
    else if (word === 'mac') usual = 'macintosh'
    else if (word === 'f' && number !== undefined) state = { ...state, font: number, page: fonts.get(number) ?? null }
    else if (word === 'fcharset' && number !== undefined && PAGES[number]) fonts.set(state.font, PAGES[number])
    else if (word === 'plain') state.page = null
    else if (word === 'footnote') state.isNote = true
    else if (word !== undefined && SKIPPED.has(word)) state.isSkipped = true
    else if (word !== undefined) add(SIGNS[word] ?? '')
    else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!state.isSkipped) pending.push(Number.parseInt(hex, 16))
    } else if (symbol === '*') state.isSkipped = true
    else if (symbol !== undefined) add(SYMBOLS[symbol] ?? '')
    else if (text !== undefined) {
      const rest = text.slice(toSkip)
      toSkip = Math.max(0, toSkip - text.length)
      add(/[\u0080-\u00ff]/.test(rest) ? iconv.decode(Buffer.from(rest, 'latin1'), state.page ?? usual) : rest)
    } else if (all === '') break
  }
  flush()
  const paragraphs = (of: readonly string[]) => of.join('').split(/\n\n+/)
  const blocks = [
    ...paragraphs(pieces).map((text): Block => ({ kind: 'body', text, kept: true })),
    ...paragraphs(notes).map((text): Block => ({ kind: 'note', text, kept: false })),
  ]
  return { format: 'rtf', blocks, facts: {} }
}
