import { lastBefore } from '@/lib/lists/last-before'
import type { Utf16Range } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'

const OPENING = /^[\s([-]*[«“„"”‘]/u

const MARKS = /[«»“”„"‘’]|''|``|<<|>>/gu
const OPENERS = new Set(['«', '“', '„', '‘', '``', '<<'])
const CLOSERS: Readonly<Record<string, string>> = { '‘': '’', '„': '“”', '<<': '>>' }

/** Whether a mark that both opens and closes stands as an opening one: nothing before it, something behind it. */
const looksOpening = (before: string, after: string) => !/[\p{L}\p{N}.,;!?…%)]/u.test(before) && /\S/u.test(after)
const looksClosing = (before: string, after: string) => /\S/u.test(before) && !/[\p{L}\p{N}]/u.test(after)

/**
 * The quoted ranges of one paragraph (UTF-16 within it). A quotation that nothing closes runs to the paragraph's end, as where
 * each paragraph of a long quotation opens anew; one that nothing opened began before. A closing mark after a colon or at the
 * beginning opens one, as bad typesetting has it.
 */
function quotedIn(paragraph: string): Utf16Range[] {
  const found: Utf16Range[] = []
  let open: { at: number; mark: string } | null = null
  for (const { 0: mark, index: at } of paragraph.matchAll(MARKS)) {
    const [before, after] = [paragraph.charAt(at - 1), paragraph.charAt(at + mark.length)]
    if (mark === '‘' && !(open === null && looksOpening(before, after))) continue
    if (mark === '’' && !(open?.mark === '‘' && looksClosing(before, after))) continue
    const isClosedOnlyBy: string | undefined = open ? CLOSERS[open.mark] : undefined
    if (open && isClosedOnlyBy && !isClosedOnlyBy.includes(mark)) continue
    const opens =
      OPENERS.has(mark) ||
      (mark !== '»' && mark !== '"' && mark !== "''" && /(^|[:,(]\s*)$/.test(paragraph.slice(Math.max(0, at - 3), at)))
    if (open === null) {
      if (
        opens ||
        (mark === '"' && looksOpening(before, after)) ||
        (mark === '"' && found.length > 0 && !looksClosing(before, after))
      )
        open = { at, mark }
      else if (found.length === 0 && looksClosing(before, after) && mark !== "''")
        found.push({ start: 0, end: at + mark.length })
    } else if (!OPENERS.has(mark) || isClosedOnlyBy) {
      found.push({ start: open.at, end: at + mark.length })
      open = null
    }
  }
  if (open !== null) found.push({ start: open.at, end: paragraph.length })
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
