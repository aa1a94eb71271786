import { HowKnown } from '@/prisma/generated/enums'

// How a text knows what it tells, where nobody else is named for it: a chain without hops, or one that ends at an outlet.

/** The answers that a person can give, in the order in which they are offered. */
export const ANSWERS = [HowKnown.NOT_SAID, HowKnown.WITNESSED, HowKnown.OWN_STATEMENT] as const

/** False for what nobody has looked at; `WAS_OWN_VOICE`: an empty chain from before the question was asked. */
export const isAnswered = (knows: HowKnown): boolean =>
  knows !== HowKnown.NOT_ANSWERED && knows !== HowKnown.WAS_OWN_VOICE

/** Whether the information enters the world with the text itself. Such an answer needs words of the text, or a reason. */
export const isOwnKnowledge = (knows: HowKnown): boolean =>
  knows === HowKnown.WITNESSED || knows === HowKnown.OWN_STATEMENT
