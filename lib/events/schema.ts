import { z } from 'zod'
import { optionalText, optionalWorldDate, requiredName, seenVersion } from '@/lib/fields'
import { eventId } from '@/lib/ids'

/** An event whole. `version` is the one that the person saw; null makes a new one. */
export const saveEventInput = z.object({
  id: eventId,
  version: seenVersion.nullable(),
  title: requiredName(200, 'event.titleMissing'),
  place: optionalText(300),
  happened: optionalWorldDate,
  note: optionalText(2000),
})

export const removeEventInput = z.object({ id: eventId, version: seenVersion })

export const listEventsInput = z.object({
  search: optionalText(200),
  page: z.int().min(1).max(10_000).default(1),
  /** The event after which the page begins, instead of a number. */
  after: eventId.nullish(),
})

export const searchEventsInput = z.object({ text: optionalText(200), limit: z.int().min(1).max(50).default(8) })

/** An event as a form holds it. */
export type EventValue = { id: string; title: string }
