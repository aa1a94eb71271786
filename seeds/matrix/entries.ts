import type { Permission } from '@/lib/auth/permissions'
import type { Ctx } from '@/lib/context'
import type { ReviewAction } from '@/lib/review/workflow'
import type { ClaimKey, Things } from '@/seeds/matrix/things'

/** How one command is called with the things of a desk, and who may: a line of the tables that the product itself walks. */
export type CommandCase = {
  call: (ctx: Ctx, things: Things) => Promise<unknown>
  /** `self`: whoever is signed in, for their own account. */
  may: Permission | `move:${ReviewAction}` | 'self'
  /** The claim before which the actor is marker, assignee or reviewer; left out where that makes no difference. */
  claim?: ClaimKey
  /** It names nothing of the desk: members of another project do it in theirs. */
  own?: true
  /** A reason that somebody who may can still meet. */
  meets?: string
  /** How another project's admin is refused who names things of this desk, where that is not simply `not-found`. */
  elsewhere?: 'invalid' | 'refused'
}

/** The same of a query. `may` left out: every member. */
export type QueryCase = {
  call: (ctx: Ctx, things: Things) => Promise<unknown>
  may?: Permission
  /** Its answer holds nothing by which a project could be recognised: a number, a day, colleagues' roles. */
  bare?: true
  /** It gives back words that it was given. */
  echoes?: true
}

/**
 * The part of one domain: a case (or several) for each command and query that its modules export, by name. `exempt` names what is
 * neither tried nor needs to be, with the reason.
 */
export type Entries = {
  commands?: Record<string, CommandCase | readonly CommandCase[]>
  queries?: Record<string, QueryCase>
  exempt?: Record<string, string>
}
