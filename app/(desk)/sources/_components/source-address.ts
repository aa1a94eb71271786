import type { z } from 'zod'
import { sourceId } from '@/lib/ids'
import { CHAIN_PLACES, GRADES, LISTED_KINDS, type listSourcesInput, SOURCE_ORDERS } from '@/lib/sources/schema'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>
type Parameters = Awaited<SearchParams>
type SourceListQuery = z.input<typeof listSourcesInput> & { search: string; page: number }

export const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
export const pageOf = (value: string | undefined) => (value && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1)

/** What the address asks the directory for; what it does not know is left out. */
export function askedOf(parameters: Parameters): SourceListQuery {
  const among = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === one(parameters[name]))
  return {
    search: one(parameters.q)?.slice(0, 200) ?? '',
    kind: among(LISTED_KINDS, 'kind'),
    place: among(CHAIN_PLACES, 'place'),
    grade: among(GRADES, 'grade'),
    order: among(SOURCE_ORDERS, 'order'),
    page: pageOf(one(parameters.page)),
    after: sourceId.safeParse(one(parameters.after)).data,
  }
}

/** The same for an address, without what is not asked for, and without the page. */
export function queryOf({ search, kind, place, grade, order }: SourceListQuery): Record<string, string> {
  const query = { q: search, kind, place, grade, order }
  return Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}
