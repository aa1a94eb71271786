import {
  CLAIM_ORDERS,
  type FindClaimsQuery,
  FOUND_DUES,
  FOUND_ORIGINS,
  FOUND_PLACES,
  FOUND_STATES,
} from '@/lib/claims/find-schema'
import { articleId, claimId, eventId, sourceId, userId } from '@/lib/ids'
import { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'

export type ClaimParams = Record<string, string | string[] | undefined>
/** What an address asks for. People are named by their id, `me` or `nobody`: who follows an address with `me` means themselves. */
export type AskedClaims = Omit<FindClaimsQuery, 'page'> & { search: string; attention: boolean; page: number }

export const FOUND_LANGUAGES = ['fr', 'en', 'other'] as const
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
const pageOf = (value: string | undefined) => (value && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1)

/** What the address asks of the claims; what it does not know is left out. */
export function askedOf(parameters: ClaimParams, me: string): AskedClaims {
  const among = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === one(parameters[name]))
  const person = (name: string) => {
    const value = one(parameters[name])
    return value === 'me' ? me : value === 'nobody' ? value : userId.safeParse(value).data
  }
  return {
    search: one(parameters.q)?.slice(0, 200) ?? '',
    state: among(FOUND_STATES, 'state'),
    category: among(Object.values(ClaimCategory), 'category'),
    checked: among(Object.values(CheckedAspect), 'checked'),
    checker: person('checker'),
    reviewer: person('reviewer'),
    rating: one(parameters.rating)?.slice(0, 50) || undefined,
    origins: among(FOUND_ORIGINS, 'origins'),
    attention: one(parameters.attention) === '1',
    due: among(FOUND_DUES, 'due'),
    language: among(FOUND_LANGUAGES, 'language'),
    sourceId: sourceId.safeParse(one(parameters.source)).data,
    place: among(FOUND_PLACES, 'place'),
    eventId: eventId.safeParse(one(parameters.event)).data,
    articleId: articleId.safeParse(one(parameters.article)).data,
    tag: one(parameters.tag)?.slice(0, 50) || undefined,
    order: among(CLAIM_ORDERS, 'order'),
    page: pageOf(one(parameters.page)),
    after: claimId.safeParse(one(parameters.after)).data,
  }
}

/** The same for an address, without what is not asked for, and without the page. */
export function queryOf(asked: AskedClaims, me: string): Record<string, string> {
  const { search, attention, checker, reviewer, sourceId, eventId, articleId, page: _, after: __, ...rest } = asked
  const person = (who: string | null | undefined) => (who === me ? 'me' : who)
  const query = {
    ...{ q: search, ...rest, checker: person(checker), reviewer: person(reviewer), attention: attention ? '1' : '' },
    ...{ source: sourceId, event: eventId, article: articleId },
  }
  return Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}
