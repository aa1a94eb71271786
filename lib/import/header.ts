/** The date of a text as its header gives it: the words, and the first and last day (`YYYY-MM-DD`) that they may mean. */
export type HeaderDate = { verbatim: string; earliest: string; latest: string; precision: 'DAY' | 'MONTH' | 'YEAR' }

const HEADER = /^\ufeff?\s*date[ \t]+(([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?)(?:[ \t]+in)?[ \t]*(?:[\r\n]+|$)/
const BLANK_LINES = /^(?:[^\S\r\n]*[\r\n]+)+/

/** The date of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when the calendar has no such month or day. */
function calendarDate(verbatim: string, year: string, month?: string, day?: string): HeaderDate | null {
  if (!month) return { verbatim, earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'YEAR' }
  if (month < '01' || month > '12') return null
  // Day 0 of the following month is the last day of this one.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
  if (!day) return { verbatim, earliest: `${year}-${month}-01`, latest: last, precision: 'MONTH' }
  const earliest = `${year}-${month}-${day}`
  return day >= '01' && earliest <= last ? { verbatim, earliest, latest: earliest, precision: 'DAY' } : null
}

/**
 * Takes a first line that only carries the text's date (` date 2021-08 in`) and the blank lines after it off a text.
 * Without such a line, or with one that names no day of the calendar, the text stays as it is and the date is null.
 */
export function readHeader(text: string): { body: string; date: HeaderDate | null } {
  const [line, verbatim = '', year = '', month, day] = HEADER.exec(text) ?? []
  const date = line ? calendarDate(verbatim, year, month, day) : null
  if (!line || !date) return { body: text, date: null }
  return { body: text.slice(line.length).replace(BLANK_LINES, ''), date }
}
