import type { Reason } from '@/lib/errors'
import { countOrigins, type OriginCounts } from '@/lib/independence/count-origins'
import { CheckedAspect } from '@/prisma/generated/enums'

type OriginsNeeded = { asserting: number; contradicting: number }

/** How many independent origins a rating of this value asks for on each side; a rating without a value asks for none. */
function originsAskedFor(value: number | null): OriginsNeeded {
  if (value === null) return { asserting: 0, contradicting: 0 }
  if (value >= 4) return { asserting: 2, contradicting: 0 }
  return value <= 2 ? { asserting: 0, contradicting: 2 } : { asserting: 1, contradicting: 1 }
}

export type GateFacts = {
  value: number | null
  checked: CheckedAspect
  /** Left out: no appearance is known. */
  counts?: OriginCounts
  /** A primary record of the words is enough where it is the words that are checked. */
  hasPrimaryRecord: boolean
}

/** What the origins that a rating asks for still lack; empty when they suffice. */
export function originGate({ value, checked, counts, hasPrimaryRecord }: GateFacts): Reason[] {
  if (checked === CheckedAspect.UTTERANCE && hasPrimaryRecord) return []
  const asked = originsAskedFor(value)
  const lacking = (key: string, needed: number, found: number, undetermined: number): Reason[] =>
    found >= needed ? [] : [{ key, values: { needed, found, undetermined } }]
  const { asserting, contradicting } = counts ?? countOrigins([])
  return [
    ...lacking('origins.assertingNeeded', asked.asserting, asserting.origins, asserting.undetermined),
    ...lacking('origins.contradictingNeeded', asked.contradicting, contradicting.origins, contradicting.undetermined),
  ]
}
