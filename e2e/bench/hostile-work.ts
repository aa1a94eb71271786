import { FILE_WORK } from '@/e2e/bench/hostile-file-work'
import { EVERY, type HostileWork, spanWithin, work } from '@/e2e/bench/hostile-places'
import { TEXT_WORK } from '@/e2e/bench/hostile-text-work'
import { nearTo } from '@/e2e/bench/hostile-texts'
import { TOLD_WORK } from '@/e2e/bench/hostile-told-work'
import { comparedSentences, readText } from '@/lib/articles/text-reading'
import { searchWords } from '@/lib/claims/search-words'
import { concerns, type WordsInText } from '@/lib/copies/concerns'
import { joinSentences } from '@/lib/copies/join-sentences'
import { similarities } from '@/lib/copies/similarities'
import { DomainError } from '@/lib/errors'
import { optionalText, optionalUrl, requiredText } from '@/lib/fields'
import { countryOf, readNationality, searchCountries } from '@/lib/figures/country'
import { chainsStating, proposedChains } from '@/lib/figures/figure-chains'
import { isNoQuantity } from '@/lib/figures/no-quantity'
import { findNumbers } from '@/lib/figures/number-words'
import { numberOf } from '@/lib/figures/quantity'
import { counted, countsPeople, countsTime, readCounted } from '@/lib/figures/read-counted'
import { readNextQuantity, readQuantity } from '@/lib/figures/read-quantity'
import { AS_PROPOSED } from '@/lib/import/choices'
import { agencyOf, readDateline } from '@/lib/import/dateline'
import { decodeBytes } from '@/lib/import/decode'
import { damagedPlaces, doubtfulWords } from '@/lib/import/doubtful'
import { decodeAs, ENCODINGS } from '@/lib/import/encodings'
import { readHeader } from '@/lib/import/header'
import { joinLines } from '@/lib/import/join-lines'
import { detectLanguage } from '@/lib/import/language'
import { likeliness } from '@/lib/import/likely-text'
import { readLineDate } from '@/lib/import/line-date'
import { areKeywords, behindPriority, classifyLine, isTeaser } from '@/lib/import/line-kinds'
import { asParagraphs, blankInvisible, shapeOfLines } from '@/lib/import/line-shape'
import { knownFormat } from '@/lib/import/magic-numbers'
import { mendMojibake } from '@/lib/import/mojibake'
import { areNames, goWithNames, isOneName } from '@/lib/import/names-in-line'
import { findPageLines } from '@/lib/import/page-lines'
import { encodingOfHeader, saysPaywall } from '@/lib/import/page-signs'
import { groupParts, linesIn, textOfParts } from '@/lib/import/parts'
import { isPublicIp, readAddress } from '@/lib/import/public-address'
import { readLines } from '@/lib/import/read-lines'
import { readReceived } from '@/lib/import/received'
import { isAllowedByRobots } from '@/lib/import/robots'
import { classifyEnd } from '@/lib/import/sign-offs'
import { decodeLatin1, decodeWindows1252 } from '@/lib/import/single-byte'
import { deriveTitle } from '@/lib/import/title'
import { findSharings } from '@/lib/independence/find-sharings'
import type { Telling } from '@/lib/independence/tellings'
import { nameKey } from '@/lib/sources/name-key'
import { initialsOf, nameCore, nearDuplicates, nearness } from '@/lib/sources/near-duplicates'
import { linesOf, widthOfWords } from '@/lib/text/text-lines'
import { anchorInText } from '@/lib/versions/anchor-in-text'
import { freshBetween } from '@/lib/versions/fresh-between'

const placed = (textId: string, words: string): WordsInText => ({
  ...{ textId, versionId: `${textId} now`, evidenceId: null, start: 0, end: words.length, words },
})
const telling = (id: string, words: string): Telling => ({
  ...{ appearanceId: id, textId: id, published: null },
  passages: [{ in: id, start: 0, end: words.length, words }],
})
const source = (name: string) => ({
  ...{ id: 'id', kind: 'PERSON' as const, name, role: name, aliases: [name], parent: null },
})
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What the other domains do with a text, and all before it. */
export const HOSTILE_WORK: readonly HostileWork[] = [
  ...TEXT_WORK,
  ...TOLD_WORK,
  ...FILE_WORK,
  work(
    'proposedChains',
    ['proposedChains', 'chainsStating'].map((name) => `lib/figures/figure-chains.ts ${name}`),
    (text) => {
      const passages = [{ exact: text, paragraph: '1' }]
      const chains = ['a', 'b'].map((id) => ({ id, side: 'asserts' as const, paragraphs: ['1'] }))
      // A figure's words are 500 letters at most.
      const verbatim = text.slice(0, 500)
      return [proposedChains(verbatim, passages, chains), chainsStating({ verbatim, statedBy: [] }, passages, chains)]
    },
  ),
  work('isNoQuantity', ['lib/figures/no-quantity.ts isNoQuantity'], (text) => {
    for (let at = 0; at < text.length; at += EVERY)
      isNoQuantity({ value: 1, start: at, end: at + 1, isArticle: true }, text)
  }),
  work('findNumbers', ['lib/figures/number-words.ts findNumbers'], findNumbers),
  work('numberOf', ['lib/figures/quantity.ts numberOf'], numberOf),
  work(
    'readCounted',
    ['counted', 'countsTime', 'countsPeople', 'readCounted'].map((name) => `lib/figures/read-counted.ts ${name}`),
    (text) => [counted(text), countsTime(text), countsPeople(text), readCounted(text, text)],
  ),
  work(
    'countries',
    [
      'lib/figures/country.ts countryOf',
      'lib/figures/country.ts searchCountries',
      'lib/figures/country.ts readNationality',
    ],
    (text) => [countryOf(text), searchCountries(text, 'fr'), readNationality(text)],
  ),
  work('readQuantity', ['lib/figures/read-quantity.ts readQuantity'], readQuantity),
  work('readNextQuantity', ['lib/figures/read-quantity.ts readNextQuantity'], (text) => {
    const first = readQuantity(text)
    return readNextQuantity(text, first ? [first] : [])
  }),

  work('decodeBytes', ['lib/import/decode.ts decodeBytes', 'lib/import/encodings.ts decodeAs'], (text) => {
    const bytes = bytesOf(text)
    const damaged = Uint8Array.from([...bytes.subarray(0, 10), 0xff, 0xe9, 0x80, ...bytes])
    return [decodeBytes(bytes), decodeBytes(damaged), ENCODINGS.map((each) => decodeAs(bytes, each))]
  }),
  work(
    'mendMojibake',
    [
      ...['lib/import/mojibake.ts mendMojibake', 'lib/import/likely-text.ts likeliness'],
      ...['damagedPlaces', 'doubtfulWords'].map((name) => `lib/import/doubtful.ts ${name}`),
    ],
    (text) => {
      const misread = text.replaceAll(' ', ' Ã©\ufffd\n')
      const read = [text, misread].map((each) => [mendMojibake(each), damagedPlaces(each), doubtfulWords(each)])
      return [read, likeliness(text)]
    },
  ),
  work(
    'a new version',
    ['lib/versions/anchor-in-text.ts anchorInText', 'lib/versions/fresh-between.ts freshBetween'],
    (text) => [
      anchorInText(
        [
          { id: 'a', versionId: 'v', ...spanWithin(text, 40) },
          { id: 'b', versionId: 'v', ...spanWithin(text, 20_000) },
        ],
        [{ id: 'v', text }],
        `x ${text}`,
      ),
      freshBetween(text, `x ${text}`),
    ],
  ),
  work('readHeader', ['lib/import/header.ts readHeader'], (text) => [
    readHeader(text),
    readHeader(`date 2021-08 in\n${text}`),
    readHeader(`date ${text}`),
  ]),
  work(
    'head lines',
    [
      ...['lib/import/dateline.ts readDateline', 'lib/import/dateline.ts agencyOf'],
      ...['lib/import/line-date.ts readLineDate', 'lib/import/sign-offs.ts classifyEnd'],
      ...['areNames', 'goWithNames', 'isOneName'].map((name) => `lib/import/names-in-line.ts ${name}`),
      ...['classifyLine', 'areKeywords', 'behindPriority', 'isTeaser'].map(
        (name) => `lib/import/line-kinds.ts ${name}`,
      ),
    ],
    (text) => [
      ...[readDateline(text), readDateline(`PARIS, ${text}`), agencyOf(text), readLineDate(`1 ${text}`, 'en')],
      ...[
        classifyEnd(text, 'fr'),
        areNames(text),
        goWithNames(text),
        isOneName(text),
        classifyLine(`Par ${text}`, 'fr'),
      ],
      ...[areKeywords(text), behindPriority(`URGENT ${text}`), isTeaser(`À lire ${text}`)],
    ],
  ),
  work(
    'lines',
    [
      ...['linesIn', 'groupParts', 'textOfParts'].map((name) => `lib/import/parts.ts ${name}`),
      ...['lib/import/read-lines.ts readLines', 'lib/import/page-lines.ts findPageLines'],
      ...['blankInvisible', 'shapeOfLines', 'asParagraphs'].map((name) => `lib/import/line-shape.ts ${name}`),
      'lib/import/join-lines.ts joinLines',
    ],
    (text) => {
      const { parts } = readLines(text, 'fr')
      const lines = linesIn(text)
      const broken = text.replaceAll(' ', '-\n')
      return [
        ...[groupParts(text, parts), textOfParts(text, parts, [0]), findPageLines(text, lines)],
        ...[blankInvisible(text), shapeOfLines(text), asParagraphs(text), joinLines(text), joinLines(broken)],
      ]
    },
  ),
  work(
    'pages',
    [
      ...['lib/import/page-signs.ts encodingOfHeader', 'lib/import/page-signs.ts saysPaywall'],
      ...['lib/import/robots.ts isAllowedByRobots', 'lib/import/public-address.ts readAddress'],
      ...['lib/import/public-address.ts isPublicIp', 'lib/import/public-address.ts isNamedAllowed'],
    ],
    (text) => [
      saysPaywall(new TextEncoder().encode(`"isAccessibleForFree" ${text}`)),
      encodingOfHeader(`text/html; charset=${text}`, Uint8Array.of(0xe9)),
      isAllowedByRobots(
        'https://a.org/robots.txt',
        `User-agent: *\nDisallow: /${text}`,
        `https://a.org/${'a/'.repeat(900)}`,
      ),
      readAddress(text),
      isPublicIp(text),
    ],
  ),
  work('detectLanguage', ['lib/import/language.ts detectLanguage'], (text) => detectLanguage(`Les hommes ${text}`)),
  work('knownFormat', ['lib/import/magic-numbers.ts knownFormat'], (text) => knownFormat(bytesOf(text))),
  work('readReceived', ['lib/import/received.ts readReceived'], (text) => {
    try {
      return [
        readReceived(bytesOf(`Mot ${text}`), { ...AS_PROPOSED, lines: 'joined' }),
        readReceived(bytesOf(`<p>Mot ${text}</p>`), AS_PROPOSED),
      ]
    } catch (error) {
      // What it refuses it has read.
      if (error instanceof DomainError) return error.reasons
      throw error
    }
  }),
  work(
    'single bytes',
    ['lib/import/single-byte.ts decodeLatin1', 'lib/import/single-byte.ts decodeWindows1252'],
    (text) => [decodeLatin1(bytesOf(text)), decodeWindows1252(bytesOf(text))],
  ),
  work('deriveTitle', ['lib/import/title.ts deriveTitle'], (text) => deriveTitle(text, 'fr')),

  work(
    'findSharings of near texts',
    ['lib/independence/find-sharings.ts findSharings', 'lib/independence/compare-places.ts comparePlaces'],
    (text) => findSharings([telling('a', text), telling('b', nearTo(text))], []),
  ),
  work('labels', ['lib/text/text-lines.ts widthOfWords', 'lib/text/text-lines.ts linesOf'], (text) => [
    widthOfWords(text, 12),
    linesOf(text, { width: 180, size: 12, most: 3 }),
  ]),
  work('similarities', ['lib/copies/similarities.ts similarities'], (text) =>
    similarities([
      [text, nearTo(text)],
      [nearTo(text), text],
    ]),
  ),
  work(
    'what is kept of a text',
    ['lib/articles/text-reading.ts readText', 'lib/articles/text-reading.ts comparedSentences'],
    (text) => [readText(text), comparedSentences(text)],
  ),
  work('concerns', ['lib/copies/concerns.ts concerns'], (text) => {
    const [copy, original] = [placed('a', text), placed('b', nearTo(text))]
    const ruling = { id: 'r', kind: 'COPIED_FROM' as const, copy, original, reason: null, by: { id: 'p', name: 'P' } }
    const later = (place: WordsInText) => ({ ...place, versionId: 'later' })
    return concerns({ ...ruling, at: new Date(0) }, later(original), later(copy))
  }),
  work('joinSentences', ['lib/copies/join-sentences.ts joinSentences'], (text) => {
    const ranges = Array.from({ length: Math.ceil(text.length / EVERY) }, (_, at) => at * EVERY)
    const range = (start: number) => ({ start, end: start + EVERY - 1 })
    return [
      joinSentences(ranges.map((at) => ({ one: range(at), other: range(at), similarity: 1 }))),
      joinSentences(ranges.map((at) => ({ one: range(0), other: range(at * 9), similarity: 1 }))),
      joinSentences(
        ranges.map((at) => ({ one: range(at), other: range((at * 7919) % (text.length * 9)), similarity: 1 })),
      ),
    ]
  }),

  work('nameKey', ['lib/sources/name-key.ts nameKey'], nameKey),
  work('searchWords', ['lib/claims/search-words.ts searchWords'], searchWords),
  work(
    'near names',
    ['nameCore', 'initialsOf', 'nearness', 'nearDuplicates'].map((name) => `lib/sources/near-duplicates.ts ${name}`),
    (text) => [
      nameCore(text),
      initialsOf(text),
      nearness(text, nearTo(text)),
      nearness(`${text}a`, `b${text}`),
      nearDuplicates(text, [source(nearTo(text))]),
    ],
  ),
  work(
    'fields',
    ['requiredText', 'optionalText', 'optionalUrl'].map((name) => `lib/fields.ts ${name}`),
    (text) => [
      requiredText(300).safeParse(text),
      optionalText(300).safeParse(text),
      optionalUrl.safeParse(`https://a.example/${text}`),
    ],
  ),
]
