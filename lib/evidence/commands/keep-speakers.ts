import type { Speakers } from '@/lib/attributions/speakers'
import type { Tx } from '@/lib/db'

/** Keeps who speaks in an item's words in the place of what was read before, within the caller's command; null: it has none. */
export async function keepSpeakers(tx: Tx, projectId: string, evidenceId: string, read: Speakers | null) {
  await tx.evidenceReading.deleteMany({ where: { evidenceId, projectId } })
  if (!read) return
  const [best] = read.chains
  const speakers = best?.hops.map(({ voice }) => voice.name) ?? []
  await tx.evidenceReading.create({ data: { evidenceId, projectId, hasSpeaker: read.hasSpeaker, speakers } })
}
