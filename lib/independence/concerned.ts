import type { OriginGroup } from '@/lib/independence/count-origins'

type Decided = { kind: string; appearanceId: string; isDropped?: boolean }

/** True of a group of those who contradict in which somebody marked an appearance as the denial of the one concerned. */
export const isOfConcerned = (
  { appearanceIds }: Pick<OriginGroup, 'appearanceIds'>,
  decisions: readonly Decided[],
): boolean => decisions.some(({ kind, appearanceId }) => kind === 'CONCERNED' && appearanceIds.includes(appearanceId))

/**
 * Of the origins that contradict, how many are denials by those concerned: whoever is accused denies, and that is no independent
 * contradiction. They count for the gate like others, and are named apart. Only a person says so; nothing is guessed.
 */
export const deniedByConcerned = (groups: readonly OriginGroup[], decisions: readonly Decided[]): number =>
  groups.filter((group) => group.standing === 'origin' && isOfConcerned(group, decisions)).length
