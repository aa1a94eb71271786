import { lastBefore } from '@/lib/lists/last-before'
import type { Utf16Range } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'

const OPENING = /^[\s([-]*[«“„"”]/u

/**
 * The quoted ranges of one paragraph (UTF-16 within it). A quotation that nothing closes runs to the paragraph's end, as where
 * each paragraph of a long quotation opens anew; a closing mark after a colon or at the beginning opens one, as bad typesetting has it.
 */
function quotedIn(paragraph: string): Utf16Range[] {
  const found: Utf16Range[] = []
  let open: number | null = null
  for (let at = 0; at < paragraph.length; at++) {
    const mark = paragraph.charAt(at)
    if (!'«»“”„"'.includes(mark)) continue
    const opens =
      '«“„'.includes(mark) || (mark !== '»' && /(^|[:,(]\s*)$/.test(paragraph.slice(Math.max(0, at - 3), at)))
    if (open === null && (opens || mark === '"')) open = at
    else if (open !== null && !'«“„'.includes(mark)) {
      found.push({ start: open, end: at + 1 })
      open = null
    }
  }
  if (open !== null) found.push({ start: open, end: paragraph.length })
  return found
}

export type QuotedParagraph = Utf16Range & { quotes: Utf16Range[]; opensQuoted: boolean }

// Many claims of one text are asked for in a row.
let latest: { text: string; paragraphs: readonly QuotedParagraph[] } = { text: '', paragraphs: [] }

/** The paragraphs of a text with what is quoted in them, all in UTF-16 of the text. */
export function quotedParagraphs(text: string): readonly QuotedParagraph[] {
  if (latest.text !== text) {
    const paragraphs = utf16ParagraphsOf(text).map(({ start, end }) => {
      const words = text.slice(start, end)
      const quotes = quotedIn(words).map((quote) => ({ start: start + quote.start, end: start + quote.end }))
      return { start, end, quotes, opensQuoted: OPENING.test(words) }
    })
    latest = { text, paragraphs }
  }
  return latest.paragraphs
}

/** The quotation in which a place stands whole, of those of one paragraph; null outside of them. */
export function quoteAround(quotes: readonly Utf16Range[], place: Utf16Range): Utf16Range | null {
  const quote = quotes[lastBefore(quotes.length, (each) => (quotes[each]?.start ?? 0) <= place.start)]
  return quote && place.end <= quote.end ? quote : null
}

/** A French text with English quotation marks was most likely written in another language. */
export const looksTranslated = (text: string, language: string | null): boolean =>
  (language === 'fr' || (language === null && /\p{L}’\p{L}.*\b(?:les|des|une)\b/u.test(text.slice(0, 2000)))) &&
  (text.slice(0, 20_000).match(/“/g)?.length ?? 0) > 1
