import type { Appearance, OriginRule, Resolution } from '@/lib/independence/origins'

/** What a group counts as: an `origin` 1, the others 0. */
export type Standing = 'origin' | 'undetermined' | 'roundUp' | 'circle'

export const STANDINGS = ['origin', 'undetermined', 'roundUp', 'circle'] as const satisfies readonly Standing[]

/** Whether what stands so is somebody who tells it, known or not; circles and round-ups only pass it on. */
export const isCounted = (standing: Standing): boolean => standing === 'origin' || standing === 'undetermined'

/** One appearance as far as it is placed: the group that it is in, why, and what it would count as by itself. */
export type GroupMember = {
  appearance: Appearance
  resolution: Resolution
  group: string
  standing: Standing
  rule: OriginRule
}

/** What a group counts as: the best that one of its members does. */
export const standingOf = (members: readonly Pick<GroupMember, 'standing'>[]): Standing =>
  STANDINGS.find((standing) => members.some((member) => member.standing === standing)) ?? 'undetermined'
