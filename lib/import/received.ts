import { DomainError, type Reason } from '@/lib/errors'
import type { WorldDate } from '@/lib/fields'
import type { ReadingChoices } from '@/lib/import/choices'
import { decodeBytes } from '@/lib/import/decode'
import { type DamagedPlace, damagedPlaces, doubtfulWords } from '@/lib/import/doubtful'
import { decodeAs, ENCODINGS, type Encoding } from '@/lib/import/encodings'
import { declaredEncoding, looksLikeHtml, openHtml } from '@/lib/import/formats/html'
import { type Format, type Opened, partsOfBlocks } from '@/lib/import/formats/opened'
import { readHeader } from '@/lib/import/header'
import { type JoinedWord, joinLines } from '@/lib/import/join-lines'
import { detectLanguage } from '@/lib/import/language'
import { asParagraphs, blankInvisible, type LineShape, type LineWay, shapeOfLines } from '@/lib/import/line-shape'
import { type MendedWord, mendMojibake } from '@/lib/import/mojibake'
import { groupParts, type Part, type PartGroup, textOfParts } from '@/lib/import/parts'
import { chooseDate, readLines, type TextFacts } from '@/lib/import/read-lines'
import { deriveTitle } from '@/lib/import/title'
import { codePointLength } from '@/lib/text/code-points'
import { MAX_CODE_POINTS, normaliseText, utf16ParagraphsOf } from '@/lib/text/normalise'

/** What is read from received bytes. */
export type ReadText = {
  text: string
  format: Format
  /** Null: of a file that is not text by itself. */
  encoding: Encoding | null
  /** False: guessed, for a person to look at. */
  certain: boolean
  /** When it is not certain: words by which a person sees whether it is right. */
  doubtful: string[]
  /** What was misread somewhere on its way, and is turned back when a person says so. */
  mojibake: { words: MendedWord[]; count: number; mended: boolean } | null
  /** The other encodings in which the bytes can be read. */
  alternatives: Encoding[]
  /** What is set apart from the text, or may be, by the numbers under which a person says otherwise. */
  groups: PartGroup[]
  facts: TextFacts
  /** What is done with line ends, and what is seen of them. */
  lines: LineShape & { way: LineWay; joined: JoinedWord[]; joinedCount: number }
  title: string
  language: string | null
  published: WorldDate | null
  codePoints: number
  words: number
  paragraphs: number
  /** Places that are no character in this encoding. */
  unreadable: number
  damaged: DamagedPlace[]
}

/** In UTF-16 units, as the field of it. */
const LONGEST_TITLE = 300

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
  const possible = [found.encoding, ...found.alternatives]
  const encoding = ENCODINGS.find((each) => each === (wanted ?? found.encoding))
  if (!encoding) return refuse({ key: 'import.encodingUnknown', path: 'encoding' })
  return {
    raw: encoding === found.encoding ? found.text : decodeAs(bytes, encoding),
    encoding,
    certain: found.certain,
    alternatives: possible.filter((each) => each !== encoding),
  }
}

type Parts = { text: string; parts: Part[]; facts: TextFacts }

/** The parts of a plain text: a header line with its date, and what its lines say. */
function partsOfPlain(raw: string): Parts {
  const { body, date } = readHeader(raw)
  const text = blankInvisible(normaliseText(raw))
  if (!date) return { text, ...readLines(text, detectLanguage(text)) }
  const header = normaliseText(raw.slice(0, raw.length - body.length))
  const rest = blankInvisible(normaliseText(body))
  const { parts, facts } = readLines(rest, detectLanguage(rest))
  const moved = parts.map((part) => ({ ...part, start: part.start + header.length, end: part.end + header.length }))
  const own: Part = { kind: 'date', start: 0, end: header.length, kept: false }
  const read = chooseDate([{ date, others: [], doubt: null }, ...(facts.date ? [facts.date] : [])])
  return { text: header + rest, parts: [own, ...moved], facts: { ...facts, date: read } }
}

type How = Pick<ReadText, 'format' | 'encoding' | 'certain' | 'alternatives' | 'doubtful' | 'mojibake'>

/** Puts together what is kept, and everything that is told of it. */
function readParts({ text: whole, parts, facts }: Parts, how: How, choices: ReadingChoices, usual?: LineWay): ReadText {
  const kept = textOfParts(whole, parts, choices.toggled).trim()
  const seen = shapeOfLines(kept)
  const shape = usual ? { ...seen, proposed: usual } : seen
  const way = choices.lines ?? shape.proposed
  const { text, joined, count } = way === 'joined' ? joinLines(kept) : { text: kept, joined: [], count: 0 }
  const final = way === 'paragraphs' ? asParagraphs(text) : text
  if (!SAYS_SOMETHING.test(final)) refuse({ key: 'import.blank' })
  const codePoints = codePointLength(final)
  if (codePoints > MAX_CODE_POINTS)
    refuse({ key: 'import.tooLong', values: { count: codePoints, max: MAX_CODE_POINTS } })
  const language = detectLanguage(final)
  return {
    ...how,
    text: final,
    groups: groupParts(whole, parts).groups,
    facts,
    lines: { ...shape, way, joined, joinedCount: count },
    title: facts.title?.slice(0, LONGEST_TITLE) || deriveTitle(final, language),
    language,
    published: facts.date?.date ?? null,
    codePoints,
    words: final.match(WORD)?.length ?? 0,
    paragraphs: utf16ParagraphsOf(final).length,
    unreadable: final.split('\ufffd').length - 1,
    damaged: damagedPlaces(final),
  }
}

/**
 * Reads received bytes of plain text or of a page's source as an article: decoded (as recognised, or in the wanted encoding),
 * normalised, what is about the text set apart, without outer white space. Throws `invalid` for what is empty, blank, binary or
 * over 1,000,000 code points.
 */
export function readReceived(bytes: Uint8Array, choices: ReadingChoices): ReadText {
  const { raw: asDecoded, ...reading } = decoded(bytes, choices.encoding ?? declaredEncoding(bytes))
  const mending = mendMojibake(asDecoded)
  const raw = choices.mend && mending ? mending.text : asDecoded
  const how = {
    ...reading,
    doubtful: reading.certain ? [] : doubtfulWords(asDecoded),
    mojibake: mending && { words: mending.words, count: mending.count, mended: choices.mend },
  }
  if (choices.asText || !looksLikeHtml(raw)) return readParts(partsOfPlain(raw), { ...how, format: 'plain' }, choices)
  const { blocks, facts } = openHtml(raw)
  return readParts(partsOfBlocks(blocks, facts, detectLanguage), { ...how, format: 'html' }, choices)
}

/** Reads what a file of another kind holds. */
export function readOpened({ format, blocks, facts, isJoined }: Opened, choices: ReadingChoices): ReadText {
  const how: How = { format, encoding: null, certain: true, alternatives: [], doubtful: [], mojibake: null }
  const parts = partsOfBlocks(blocks, facts, detectLanguage)
  return readParts(parts, how, choices, isJoined ? 'joined' : undefined)
}
