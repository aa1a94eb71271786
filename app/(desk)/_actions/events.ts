'use server'

import { runAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { removeEvent, saveEvent } from '@/lib/events/commands'
import { searchEvents } from '@/lib/events/queries'
import type { removeEventInput, saveEventInput } from '@/lib/events/schema'

export async function saveEventAction(input: CommandInput<typeof saveEventInput>) {
  return runAction(saveEvent, input)
}

export async function removeEventAction(input: CommandInput<typeof removeEventInput>) {
  return runAction(removeEvent, input)
}

/** What a picker lists while somebody types. */
export async function searchEventsAction(text: string) {
  return searchEvents(await getCtx(), { text })
}
