/** A membership that has begun and has not ended: what every query asks for that wants members. Who is only invited is none. */
export const IN_FORCE = { joinedAt: { not: null }, endedAt: null } as const

export const isInForce = (membership: { joinedAt: Date | null; endedAt: Date | null }): boolean =>
  membership.joinedAt !== null && membership.endedAt === null
