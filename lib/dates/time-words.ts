import { isKnownZone, LOCAL, minutesAhead, momentsAt, offsetText } from './time-zones'

// Times are put together here: what systems make of them differs in spaces from one to the next, and a page that is drawn
// on one and read on another must not.
const isFrench = (locale: string) => locale.toLowerCase().startsWith('fr')
const NO_BREAK = '\u00a0'

/** A time of day: "17 h 50" or "17:50"; known to the hour only, "17 h" or "5 pm". */
export function timeText(time: string, locale: string, isHour = false): string {
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3)]
  if (isFrench(locale)) return [hours, 'h', ...(isHour || minutes === '00' ? [] : [minutes])].join(NO_BREAK)
  return isHour ? `${hours % 12 || 12}${NO_BREAK}${hours < 12 ? 'am' : 'pm'}` : time
}

export const dayAndTime = (day: string, time: string, locale: string): string =>
  isFrench(locale) ? `${day} à ${time}` : `${day}, ${time}`

type Zoned = { earliest: string; clock?: { from: string; zone: string | null } | null }

/** Of which zone a time is, behind a comma: "heure de l’Afghanistan", "UTC+04:30", "heure locale"; nothing where nobody said. */
export function zoneText({ earliest, clock }: Zoned, locale: string): string {
  const { zone } = clock ?? {}
  if (!clock || !zone) return ''
  if (!isKnownZone(zone)) return zone === LOCAL ? (isFrench(locale) ? ', heure locale' : ', local time') : ''
  const wall = Date.parse(`${earliest}T${clock.from}:00Z`)
  const moment = momentsAt(zone, wall)[0] ?? wall
  const ahead = minutesAhead(zone, moment)
  const shift = ahead === 0 ? 'UTC' : `UTC${offsetText(ahead).replace('-', '−')}`
  if (!/^[A-Za-z]/.test(zone)) return `, ${shift}`
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(moment)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name && !/^(?:UTC|GMT)/.test(name) ? `, ${name} (${shift})` : `, ${shift}`
}
