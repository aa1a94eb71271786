import { grouping } from '@/lib/verdicts/attention'
import { comparable } from '@/lib/verdicts/differing'
import type { Ground, Grounds } from '@/lib/verdicts/schema'

const same = (id: string) => id

const lineOf = (entry: Ground): string => {
  const { kind, id, version, state } = entry
  const said = kind === 'origins' ? grouping(entry) : state ? comparable(state, same) : version
  return JSON.stringify([kind, id, said])
}

/**
 * What a verdict would rest on, as one text: the same in any order, and another one as soon as a comparison of the two would
 * tell of a difference.
 */
export const groundsText = (grounds: Grounds): string => grounds.map(lineOf).sort().join('\n')
