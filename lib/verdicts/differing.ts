import type { z } from 'zod'
import { type GroundState, type GroundValue, successor } from '@/lib/verdicts/schema'

/** A field that is not what it was. */
export type FieldChange = { field: string; before: GroundValue; after: GroundValue }

/** The figures that take a figure's place, as its state keeps them. */
export const successorsIn = (value: GroundValue | undefined): z.output<typeof successor>[] =>
  Array.isArray(value) ? value.flatMap((each) => successor.safeParse(each).data ?? []) : []

// What has an identity is compared by it alone; `idNow` leads from a source that was merged away to the one that it is now.
export function comparable(value: GroundValue, idNow: (id: string) => string): GroundValue {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const all = value.map((each) => comparable(each, idNow))
    // The first verdicts name a claim's words once for each text in which they stand.
    return all.every((each) => typeof each === 'string') ? [...new Set(all)] : all
  }
  if (typeof value.id === 'string') return idNow(value.id)
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, comparable(value[key] ?? null, idNow)]))
}

/** The fields that differ; a field that only one of the two knows was not asked for by the other, and is left out. */
export function differing(then: GroundState, now: GroundState, idNow: (id: string) => string): FieldChange[] {
  const text = (value: GroundValue) => JSON.stringify(comparable(value, idNow))
  return Object.keys(then).flatMap((field) => {
    const [before, after] = [then[field], now[field]]
    if (before === undefined || after === undefined || text(before) === text(after)) return []
    return [{ field, before, after }]
  })
}
