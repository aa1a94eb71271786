import { isSurelyBefore } from '@/lib/dates/world-moments'
import type { Reason } from '@/lib/errors'

/** A warning as far as its references go; days as `YYYY-MM-DD`, null where not known. */
export type DatedWarning = {
  id: string
  sentEarliest: string | null
  sentLatest: string | null
  sentFrom?: string | null
  sentUntil?: string | null
  sentZone?: string | null
}

const sentOf = (warning: DatedWarning) => {
  const {
    sentEarliest: earliest,
    sentLatest: latest,
    sentFrom: from,
    sentUntil: until,
    sentZone: zone = null,
  } = warning
  return earliest && latest ? { earliest, latest, clock: from && until ? { from, until, zone } : null } : null
}

type Referring = {
  warning: DatedWarning
  /** What it refers to, then what that refers to, and so on. */
  earlier: readonly DatedWarning[]
  /** Those that refer to it. */
  later: readonly DatedWarning[]
}

const isSentBefore = (one: DatedWarning, other: DatedWarning) => {
  const [first, second] = [sentOf(one), sentOf(other)]
  return first !== null && second !== null && isSurelyBefore(first, second)
}

/** Every reason why a warning may not refer to what it refers to: itself, in a circle, or to one that was sent after it. */
export function referenceRefusals({ warning, earlier, later }: Referring): Reason[] {
  const [referred] = earlier
  const circle = earlier.some(({ id }) => id === warning.id)
  return [
    ...(circle ? [{ key: 'warning.circle', path: 'refersToId' }] : []),
    ...(!circle && referred && isSentBefore(warning, referred)
      ? [{ key: 'warning.refersToLater', path: 'refersToId' }]
      : []),
    ...(!circle && later.some((each) => isSentBefore(each, warning))
      ? [{ key: 'warning.referredEarlier', path: 'sent' }]
      : []),
  ]
}
