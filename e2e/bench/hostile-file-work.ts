import { type HostileWork, work } from '@/e2e/bench/hostile-places'
import { DomainError } from '@/lib/errors'
import { declaredEncoding, looksLikeHtml, openHtml } from '@/lib/import/formats/html'
import { factsOfMeta, readJsonLd } from '@/lib/import/formats/html-facts'
import { looksLikeMail } from '@/lib/import/formats/mail'
import { openOpenDocument, openWord } from '@/lib/import/formats/office-xml'
import { partsOfBlocks } from '@/lib/import/formats/opened'
import { openRtf } from '@/lib/import/formats/rtf'
import { readEntry, zipEntries } from '@/lib/import/formats/zip'
import { detectLanguage } from '@/lib/import/language'
import { aZip } from '@/seeds/made-files'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What a reader answers, or why it refuses: it has read it then. */
function answerOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof DomainError) return error.reasons
    throw error
  }
}

/** What is done with a text that stands in a file of some kind. */
export const FILE_WORK: readonly HostileWork[] = [
  work(
    'pages',
    [
      ...['looksLikeHtml', 'declaredEncoding', 'openHtml'].map((name) => `lib/import/formats/html.ts ${name}`),
      ...['readJsonLd', 'factsOfMeta'].map((name) => `lib/import/formats/html-facts.ts ${name}`),
    ],
    (text) => {
      const meta = new Map([['og:title', text]])
      readJsonLd(JSON.stringify({ '@type': 'NewsArticle', headline: text, author: text }), meta)
      const page = `<!--${text}--><p class="${text}">${text}</p><pre>a${text}b</pre>`
      return [
        ...[looksLikeHtml(text), looksLikeHtml(text.replaceAll(' ', '<!-- a -->')), looksLikeHtml(page)],
        ...[declaredEncoding(bytesOf(`<meta ${text}`)), factsOfMeta(meta, null, 'fr')],
        ...[answerOf(() => openHtml(page)), answerOf(() => openHtml(text.replaceAll(' ', '<div>')))],
      ]
    },
  ),
  work('looksLikeMail', ['lib/import/formats/mail.ts looksLikeMail'], (text) => [
    looksLikeMail(text),
    looksLikeMail(`From: a\nSubject: ${text}\nTo: ${text.replaceAll(' ', '\n ')}\n\n`),
  ]),
  work('openRtf', ['lib/import/formats/rtf.ts openRtf'], (text) => [
    openRtf(bytesOf(`{\\rtf1 ${text}}`)),
    openRtf(bytesOf(`{\\rtf1 ${text.replaceAll(' ', "{\\footnote \\u233 \\'e9")}`)),
  ]),
  work(
    'documents',
    [
      ...['openWord', 'openOpenDocument'].map((name) => `lib/import/formats/office-xml.ts ${name}`),
      ...['zipEntries', 'readEntry'].map((name) => `lib/import/formats/zip.ts ${name}`),
    ],
    (text) => {
      const words = `<w:p><w:t>${text.replaceAll(' ', '</w:t></w:p><w:p><w:t>')}</w:t></w:p>`
      const files = { 'word/document.xml': words, 'content.xml': `<text:p>${text}</text:p>` }
      const bytes = aZip(files)
      const entries = zipEntries(bytes) ?? []
      return [
        ...[answerOf(() => openWord(bytes, entries)), answerOf(() => openOpenDocument(bytes, entries))],
        ...[zipEntries(bytesOf(text.padEnd(30))), readEntry(bytes, entries, 'content.xml')],
      ]
    },
  ),
  work('partsOfBlocks', ['lib/import/formats/opened.ts partsOfBlocks'], (text) => {
    const blocks = text.split(' ').map((each) => ({ kind: 'body' as const, text: each, kept: true }))
    return partsOfBlocks(blocks, {}, detectLanguage)
  }),
]
