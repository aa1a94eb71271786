import type { WorldDate } from '@/lib/fields'
import { agencyOf, readDateline } from './dateline'
import { type ReadDate, readLineDate } from './line-date'
import { areKeywords, behindPriority, classifyLine, isTeaser, type LineFacts } from './line-kinds'
import { findPageLines } from './page-lines'
import { linesIn, type Part, type PartKind, type TextLine } from './parts'
import { classifyEnd } from './sign-offs'

/** What a text says about itself, in its own words. */
export type TextFacts = {
  title: string | null
  outlet: string | null
  byline: string | null
  dateline: string | null
  date: ReadDate | null
  address: string | null
}

export const NO_FACTS: TextFacts = {
  title: null,
  outlet: null,
  byline: null,
  dateline: null,
  date: null,
  address: null,
}

/** How many lines at the head, and at the end, may be about the text. */
const HEAD = 14
const END = 15
const LONGEST_TITLE = 220
const LONG_LINE = 200
const CLOSED = /[.!?…»”"]$/u

const OF_AGENCY = /^[A-Z]{2,6}-[A-Z]{1,6}\d{3}/

type LinePart = { line: number; kind: PartKind; facts: LineFacts; start: number; end: number }

const whole = (line: TextLine, at: number, facts: LineFacts): LinePart => ({
  ...{ line: at, kind: facts.kind, facts, start: line.start, end: line.next },
})

const isBodyLike = ({ words }: TextLine) => words.length > LONG_LINE || (CLOSED.test(words) && words.length > 60)

type Around = { isAgency: boolean; isBelowNames: boolean; language: string | null }

function headLine(line: TextLine, at: number, { isAgency, isBelowNames, language }: Around): LinePart | null {
  const facts = classifyLine(line.words, language)
  if (facts) return whole(line, at, facts)
  const house = isBelowNames ? agencyOf(line.words.replace(/^the /i, '')) : null
  if (house) return whole(line, at, { kind: 'outlet', outlet: house })
  const headline = behindPriority(line.words)
  if (headline === '') return whole(line, at, { kind: 'priority' })
  // A first sentence that begins with "Exclusif :" is the article's own.
  const isHeadline = isAgency || (at <= 1 && !/[.…]$/u.test(headline ?? ''))
  if (headline !== null && headline.length <= LONGEST_TITLE && isHeadline)
    return whole(line, at, { kind: 'title', title: headline })
  return areKeywords(line.words) && (isAgency || OF_AGENCY.test(line.words)) ? whole(line, at, { kind: 'slug' }) : null
}

/** The line of a dateline, before which stands no more than a teaser; -1 where there is none. */
function findDateline(first: readonly TextLine[]): number {
  const read = first.map(({ words }) => (behindPriority(words) === null ? readDateline(words) : null))
  const said = read.findIndex((each) => each && (each.agency !== null || each.date !== null))
  // Capitals before several paragraphs are who speaks, or the places of a round-up.
  const isBareOnce = read.filter((each) => each !== null).length === 1
  const at = said >= 0 || !isBareOnce ? said : read.findIndex((each) => each !== null)
  return first.slice(0, Math.max(0, at)).filter(isBodyLike).length <= 1 ? at : -1
}

/** The lines at the head that are about the text, with the title that stands among them. */
function readHead(text: string, lines: readonly TextLine[], language: string | null): LinePart[] {
  const first = lines.slice(0, HEAD)
  const datelineAt = findDateline(first)
  const found: LinePart[] = []
  const loose: number[] = []
  let [bodies, isBehindSentence] = [0, false]
  for (const [at, line] of first.entries()) {
    const dateline = at === datelineAt ? readDateline(line.words) : null
    if (dateline) {
      const start =
        line.start + (text.slice(line.start, line.end).length - text.slice(line.start, line.end).trimStart().length)
      const outlet = dateline.agency ?? undefined
      found.push({
        line: at,
        kind: 'dateline',
        facts: { kind: 'dateline', ...(outlet ? { outlet } : {}) },
        start,
        end: start + dateline.length,
      })
      break
    }
    const each = headLine(line, at, {
      isAgency: datelineAt > at,
      isBelowNames: found.at(-1)?.kind === 'author',
      language,
    })
    // Once the article has begun, only what says of itself what it is counts, and not for long.
    if (each?.facts.isPlain && isBehindSentence) bodies += 1
    else if (each && (bodies === 0 || (bodies <= 2 && !each.facts.isPlain && at < 9))) found.push(each)
    else if (isBodyLike(line)) bodies += 1
    else if (bodies === 0) loose.push(at)
    isBehindSentence ||= !each && /[.,]$/u.test(line.words)
  }
  const plain = found.filter(({ facts }) => facts.kind === 'date' && facts.isPlain)
  // Several bare dates are those of a chronology.
  const dates = first.filter(({ words }) => classifyLine(words, language)?.isPlain)
  const kept = dates.length > 1 ? found.filter((each) => !plain.includes(each)) : found
  const last = kept.findLast(({ kind }) => kind !== 'share' && kind !== 'address')?.line ?? -1
  const hasTitle = kept.some(({ facts }) => facts.title)
  const titleAt = hasTitle ? undefined : loose.find((at) => at < last)
  const line = titleAt === undefined ? undefined : lines[titleAt]
  if (titleAt !== undefined && line && line.words.length <= LONGEST_TITLE && !/[.,;:]$/u.test(line.words))
    kept.push(whole(line, titleAt, { kind: 'title', title: line.words }))
  return kept.sort((one, other) => one.start - other.start)
}

function readEnd(lines: readonly TextLine[], from: number, language: string | null): LinePart[] {
  const found: LinePart[] = []
  for (let at = lines.length - 1; at > from && at >= lines.length - END; at--) {
    const line = lines[at]
    const facts = line ? classifyEnd(line.words, language) : null
    if (!line || !facts) break
    found.push(whole(line, at, facts))
  }
  return found.reverse()
}

const sameDay = (one: WorldDate, other: WorldDate) => one.earliest === other.earliest && one.latest === other.latest

/** Of all dates the first; with a time of day where another tells one of the same day; other days are offered beside it. */
export function chooseDate(dates: readonly ReadDate[]): ReadDate | null {
  const [first, ...more] = dates
  if (!first?.date) return first ?? null
  const { date } = first
  const timed = more.find((each) => each.date?.clock && sameDay(each.date, date))?.date
  const chosen = date.clock ? date : (timed ?? date)
  const others = more.flatMap((each) => (each.date && !sameDay(each.date, date) ? [each.date] : []))
  return {
    date: chosen,
    others: [...first.others, ...others],
    doubt: first.doubt ?? (others.length > 0 ? 'otherDates' : null),
  }
}

const firstOf = (found: readonly LinePart[], name: 'title' | 'outlet' | 'author' | 'address') =>
  found.map(({ facts }) => facts[name]).find((each) => each !== undefined) ?? null

function factsOf(text: string, found: readonly LinePart[], language: string | null): TextFacts {
  const line = found.find(({ kind }) => kind === 'dateline')
  const dateline = line ? readDateline(text.slice(line.start, line.end + 2)) : null
  const said = found.flatMap(({ facts }) => (facts.date ? [facts.date] : []))
  const placed = dateline?.date ? readLineDate(dateline.date, language, said[0]?.date ?? null)?.read : null
  const outlet = firstOf(found, 'outlet')
  return {
    title: firstOf(found, 'title'),
    outlet: outlet ? (agencyOf(outlet) ?? outlet) : null,
    byline: firstOf(found, 'author'),
    dateline: dateline?.words ?? found.find(({ facts }) => facts.place)?.facts.place ?? null,
    date: chooseDate([...said, ...(placed ? [placed] : [])]),
    address: firstOf(found, 'address'),
  }
}

/** The parts as they follow each other, the article's own text between them. */
export function fillWithBody(length: number, special: readonly Part[], from = 0): Part[] {
  const parts: Part[] = []
  let at = from
  for (const part of special) {
    if (part.start < at) continue
    if (part.start > at) parts.push({ kind: 'body', start: at, end: part.start, kept: true })
    parts.push(part)
    at = part.end
  }
  if (at < length) parts.push({ kind: 'body', start: at, end: length, kept: true })
  return parts
}

/**
 * Reads a normalised text by its lines: what stands at its head and end about it is set apart and becomes its facts; what
 * may be left out (teasers, numbers of pages, running heads) is named and stays until a person leaves it out.
 */
export function readLines(text: string, language: string | null): { parts: Part[]; facts: TextFacts } {
  const lines = linesIn(text)
  const head = readHead(text, lines, language)
  const end = readEnd(lines, Math.max(-1, ...head.map(({ line }) => line)), language)
  const found = [...head, ...end]
  const apart = found.map(({ kind, start, end: until }): Part => ({ kind, start, end: until, kept: false }))
  const taken = new Set(found.map(({ line }) => line))
  const teasers = lines.flatMap((line, at): Part[] =>
    !taken.has(at) && isTeaser(line.words) ? [{ kind: 'teaser', start: line.start, end: line.next, kept: true }] : [],
  )
  const pages = findPageLines(text, lines).filter(
    ({ start }) => !apart.some((part) => part.start <= start && start < part.end),
  )
  const special = [...apart, ...teasers, ...pages].sort((one, other) => one.start - other.start)
  const parts = fillWithBody(text.length, special)
  const isNothingLeft = !parts.some(
    ({ kind, start, end: until }) => kind === 'body' && text.slice(start, until).trim() !== '',
  )
  if (isNothingLeft) return { parts: fillWithBody(text.length, []), facts: NO_FACTS }
  return { parts, facts: factsOf(text, found, language) }
}
