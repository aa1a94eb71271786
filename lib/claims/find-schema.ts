import { z } from 'zod'
import { optionalText } from '@/lib/fields'
import { articleId, claimId, eventId, sourceId, userId } from '@/lib/ids'
import { CheckedAspect, ClaimCategory, ReviewState } from '@/prisma/generated/enums'

/** A state, or those in which somebody still has something to do. */
export const FOUND_STATES = ['UNDONE', ...Object.values(ReviewState)] as const
export const UNDONE = ['OPEN', 'ASSIGNED', 'CHECKING', 'IN_REVIEW'] as const satisfies readonly ReviewState[]
export const FOUND_PLACES = ['origin', 'relay'] as const
export const FOUND_ORIGINS = ['none', 'one', 'several', 'undetermined'] as const
export const FOUND_DUES = ['late', 'week', 'none'] as const
/** `due`: of those alone that have a date. */
export const CLAIM_ORDERS = ['newest', 'waiting', 'due'] as const
/** Somebody by their id, or nobody. */
const somebody = z.union([z.literal('nobody'), userId]).nullish()

export const findClaimsInput = z.object({
  /** Words, all of which are said of a claim; words within quotation marks as they follow each other; not those after a minus. */
  search: optionalText(200),
  state: z.enum(FOUND_STATES).nullish(),
  category: z.enum(ClaimCategory).nullish(),
  checked: z.enum(CheckedAspect).nullish(),
  checker: somebody,
  reviewer: somebody,
  /** The key of a rating: of the approved verdict, else of the latest one; or none. */
  rating: z.string().max(50).nullish(),
  origins: z.enum(FOUND_ORIGINS).nullish(),
  attention: z.boolean().default(false),
  due: z.enum(FOUND_DUES).nullish(),
  sourceId: sourceId.nullish(),
  place: z.enum(FOUND_PLACES).nullish(),
  eventId: eventId.nullish(),
  articleId: articleId.nullish(),
  language: z.enum(['fr', 'en', 'other']).nullish(),
  tag: optionalText(50),
  order: z.enum(CLAIM_ORDERS).default('newest'),
  page: z.int().min(1).max(10_000).default(1),
  /** The claim after which the page begins, instead of a number. */
  after: claimId.nullish(),
})

export type FindClaims = z.output<typeof findClaimsInput>
export type FindClaimsQuery = z.input<typeof findClaimsInput>

/** The rating that nobody has given. */
export const NOT_RATED = 'none'
