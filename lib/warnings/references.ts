import type { Reason } from '@/lib/errors'

/** A warning as far as its references go; days as `YYYY-MM-DD`, null where not known. */
export type DatedWarning = { id: string; sentEarliest: string | null; sentLatest: string | null }

type Referring = {
  warning: DatedWarning
  /** What it refers to, then what that refers to, and so on. */
  earlier: readonly DatedWarning[]
  /** Those that refer to it. */
  later: readonly DatedWarning[]
}

const isSurelyBefore = (one: DatedWarning, other: DatedWarning) =>
  one.sentLatest !== null && other.sentEarliest !== null && one.sentLatest < other.sentEarliest

/** Every reason why a warning may not refer to what it refers to: itself, in a circle, or to one that was sent after it. */
export function referenceRefusals({ warning, earlier, later }: Referring): Reason[] {
  const [referred] = earlier
  const circle = earlier.some(({ id }) => id === warning.id)
  return [
    ...(circle ? [{ key: 'warning.circle', path: 'refersToId' }] : []),
    ...(!circle && referred && isSurelyBefore(warning, referred)
      ? [{ key: 'warning.refersToLater', path: 'refersToId' }]
      : []),
    ...(!circle && later.some((each) => isSurelyBefore(each, warning))
      ? [{ key: 'warning.referredEarlier', path: 'sent' }]
      : []),
  ]
}
