import { SingleSourceKind } from '@/prisma/generated/enums'

/** The kinds of reason for which one origin is all that there can be, in the order in which a screen offers them. */
export const SINGLE_SOURCE_KINDS = Object.values(SingleSourceKind)
