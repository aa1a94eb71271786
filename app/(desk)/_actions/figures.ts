'use server'

import { runQuietAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { readDate } from '@/lib/dates/read-date'
import { findEventPlace } from '@/lib/events/queries'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { findPublishedOfClaim, listFigureChoices } from '@/lib/figures/queries'
import type { removeFigureInput, saveFigureInput } from '@/lib/figures/schema'

export async function saveFigureAction(input: CommandInput<typeof saveFigureInput>) {
  return runQuietAction(saveFigure, input)
}

export async function removeFigureAction(input: CommandInput<typeof removeFigureInput>) {
  return runQuietAction(removeFigure, input)
}

/** The figures that one of this claim, about this event, can be put to. */
export async function listFigureChoicesAction(claimId: string, eventId: string | null) {
  return listFigureChoices(await getCtx(), claimId, eventId)
}

/** Where it happened: what tells which hour a local one is. */
export type DatePlace = { place: string; eventId: string | null }

/** What words of a claim's article say of when, counted from the day on which it was published. */
export async function readDateAction(claimId: string, words: string, { place, eventId }: DatePlace) {
  const ctx = await getCtx()
  const [published, event] = await Promise.all([
    findPublishedOfClaim(ctx, claimId),
    eventId && !place ? findEventPlace(ctx, eventId) : null,
  ])
  return readDate(words.slice(0, 500), published, place.slice(0, 300) || event)
}
