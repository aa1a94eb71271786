import { normalForm } from '@/lib/text/normal-form'
import { OFFSET_LETTERS, ZONE_NAMES } from './zone-names'

/** The hour of the place where it happened, of which nobody said where that is: it is never turned into another. */
export const LOCAL = 'local'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/

/** The minutes of an offset such as "+04:30"; null for what is none. */
function offsetOf(zone: string): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? []
  if (hours === undefined) return null
  const ahead = Number(hours) * 60 + Number(minutes)
  return ahead > 14 * 60 ? null : sign === '-' ? -ahead : ahead
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatIn(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    // Names of the database alone: some systems take offsets here, others do not.
    if (/^[A-Za-z]/.test(zone))
      format = new Intl.DateTimeFormat('en-US', { ...parts, era: 'short', timeZone: zone, hourCycle: 'h23' })
  } catch {
    // No zone of that name.
  }
  if (formats.size < 1000) formats.set(zone, format)
  return format
}

/** True for a zone whose hours can be turned into others: an offset `+04:30`, or a name of the IANA database. */
export const isKnownZone = (zone: string | null): zone is string =>
  zone !== null && zone !== LOCAL && zone.length <= 64 && (offsetOf(zone) !== null || formatIn(zone) !== null)

/** By how many minutes clocks of a known zone are ahead of UTC at a moment. */
export function minutesAhead(zone: string, moment: number): number {
  const fixed = offsetOf(zone)
  if (fixed !== null) return fixed
  const parts = new Map(
    formatIn(zone)
      ?.formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0)
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  const wall = new Date(0)
  wall.setUTCFullYear(year, part('month') - 1, part('day'))
  wall.setUTCHours(part('hour'), part('minute'))
  return Math.round((wall.getTime() - Math.floor(moment / MINUTE_MS) * MINUTE_MS) / MINUTE_MS)
}

/**
 * The moments at which clocks of a known zone show something, told as if it were UTC: one; two where clocks were put back
 * over it; none where they were put forward over it.
 */
export function momentsAt(zone: string, wall: number): number[] {
  const candidates = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - minutesAhead(zone, near) * MINUTE_MS)
  const found = [...new Set(candidates)].filter((moment) => moment + minutesAhead(zone, moment) * MINUTE_MS === wall)
  return found.sort((a, b) => a - b)
}

/** An offset as it is written: 270 is "+04:30". */
export function offsetText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const ahead = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
}

const folded = (words: string) =>
  normalForm(words.slice(0, 200), 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const LOCALLY = /^(?:(?:en )?heure )?locale$|^local(?: time)?$/i

/** The zone of a field in which somebody types one: null for none; what is not understood stays, for the server to refuse. */
export function typedZone(words: string): string | null {
  const text = words.trim()
  if (text === '') return null
  return LOCALLY.test(text) ? LOCAL : (zoneOf(text) ?? text)
}

let cities: ReadonlyMap<string, string> | undefined
// "Asia/Kabul" under "kabul"; made when it is first asked for.
const cityZones = () => {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
      .map((zone) => [folded(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
  )
  return cities
}

const SHIFTED = /^(?:UTC|GMT|TU)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?$/i

/**
 * The zone that words call: a place ("Kaboul", "Kabul, Afghanistan"), letters ("EDT", "UTC+4:30"), an offset, a name of the
 * IANA database. Null for what is not known, or may mean two zones.
 */
export function zoneOf(words: string): string | null {
  const text = words.trim()
  if (text.length > 200 || text === '') return null
  const letters = OFFSET_LETTERS[text.toUpperCase()]
  if (letters !== undefined) return letters
  const [, sign, hours, minutes = '00'] = SHIFTED.exec(text) ?? []
  if (hours !== undefined) {
    const shifted = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`
    return offsetOf(shifted) === null ? null : shifted
  }
  if (text.includes('/') && isKnownZone(text)) return text
  // The last that is known of "aéroport de Kaboul, Afghanistan": the narrower place stands first.
  const names = [text, ...text.split(/[,;(/–—]/)].map(folded)
  for (const name of names) {
    const found = ZONE_NAMES.get(name) ?? cityZones().get(name)
    if (found) return found
  }
  return null
}
