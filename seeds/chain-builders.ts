import type { Db } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { EvidenceDirectness, SourceKind, SpeechAct, Stance } from '@/prisma/generated/client'
import { reviseWith, TEST_NOW } from '@/seeds/builders'

// Sources, chains and evidence put straight into the database, for the tests of what counts them.

export function aSource(
  db: Db,
  projectId: string,
  kind: SourceKind,
  name: string,
  parentId: string | null = null,
  role: string | null = null,
) {
  const id = newId()
  // Named voices are unique in a project.
  return db.source.create({ data: { id, projectId, kind, name, nameKey: id, aliases: [], parentId, role } })
}

type Owner = { claimId: string } | { evidenceId: string }
type HopOf = { id: string; act?: SpeechAct; onBehalfOfId?: string; sourceSpanId?: string }

/** A chain from the text outwards; without sources it is the text's own voice. */
export async function aChain(db: Db, projectId: string, owner: Owner, ...sources: HopOf[]) {
  const hops = sources.map(({ id, act = 'SAID', onBehalfOfId, sourceSpanId }, position) => ({
    ...{ id: newId(), position, sourceId: id, speechAct: act, form: 'INDIRECT' as const, onBehalfOfId, sourceSpanId },
  }))
  const { claimId } =
    'evidenceId' in owner ? await db.evidence.findUniqueOrThrow({ where: { id: owner.evidenceId } }) : owner
  return reviseWith(db, claimId, async (tx) => {
    const chain = await tx.attribution.create({ data: { id: newId(), projectId, ...owner } })
    await tx.hop.createMany({ data: hops.map((hop) => ({ ...hop, projectId, attributionId: chain.id })) })
    return chain
  })
}

type Item = {
  stance: Stance
  sourceId?: string
  spanId?: string
  url?: string
  quote?: string
  withdrawnAt?: Date
  directness?: EvidenceDirectness
}

export const anItem = (db: Db, projectId: string, claimId: string, createdById: string, item: Item) =>
  reviseWith(db, claimId, (tx) =>
    tx.evidence.create({ data: { id: newId(), projectId, claimId, createdById, createdAt: TEST_NOW, ...item } }),
  )
