import { boundMarks, normalForm } from '@/lib/text/normal-form'
import { indexText, type TextRange } from './code-points'

/** The longest text that is taken in, in code points. */
export const MAX_CODE_POINTS = 1_000_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g

/**
 * The one form in which a text is stored: NFC, line ends as \n (form feeds and Unicode's line separators too), no
 * byte order mark, no control character but \n and \t, lone surrogates as U+FFFD. All else stays as it was, joiners and
 * no-break spaces among it. Normalising twice changes nothing.
 */
export function normaliseText(raw: string): string {
  // Surrogates first: taking out a character between two lone halves would make a pair of them.
  const plain = raw
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028]/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .replace(CONTROLS, '')
  return boundMarks(normalForm(plain, 'NFC'))
}

type Paragraphs = readonly { readonly start: number; readonly end: number }[]

function cutIntoParagraphs(text: string): Paragraphs {
  const paragraphs: { start: number; end: number }[] = []
  let open: { start: number; end: number } | null = null
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    const line = text.slice(from, to)
    const start = to - line.trimStart().length
    const end = from + line.trimEnd().length
    if (start >= end) open = null
    else if (open) open.end = end
    else {
      open = { start, end }
      paragraphs.push(open)
    }
    from = to + 1
  }
  return paragraphs
}

// Many places of one text are looked up in a row: it is cut once.
let latest: { text: string; paragraphs: Paragraphs } = { text: '', paragraphs: [] }

/** The paragraphs as UTF-16 ranges; see `paragraphsOf`. */
export function utf16ParagraphsOf(text: string): Paragraphs {
  if (latest.text !== text) latest = { text, paragraphs: cutIntoParagraphs(text) }
  return latest.paragraphs
}

/**
 * The paragraphs of a normalised text in code points, in order: separated by blank lines (which may hold white space),
 * without outer white space, together covering everything else.
 */
export function paragraphsOf(text: string): TextRange[] {
  const index = indexText(text)
  return utf16ParagraphsOf(text).map(({ start, end }) => ({
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  }))
}
