import { FigureRank } from '@/prisma/generated/enums'

type Ranked = { rank: FigureRank; supersededBy: readonly unknown[] }

/** The rank that a figure has: whatever somebody gave it, it is deprecated once another one has taken its place. */
export const standingRank = ({ rank, supersededBy }: Ranked): FigureRank =>
  supersededBy.length > 0 ? FigureRank.DEPRECATED : rank
