import type { Ctx } from '@/lib/context'
import { saveEvent } from '@/lib/events/commands'
import { newId } from '@/lib/ids'
import { once } from '@/seeds/builders'

/** The happening that both texts are about. Answers its id. */
export async function addAirportAttack(editor: Ctx): Promise<string> {
  const event = await saveEvent(editor, {
    ...once(),
    id: newId(),
    version: null,
    title: 'Attentat de l’aéroport de Kaboul',
    place: 'Aéroport international Hamid Karzai, Kaboul',
    // Both texts are of August 2021; the second has it amid an airlift that began "ce mois-ci".
    happened: { verbatim: null, earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' },
  })
  return event.id
}
