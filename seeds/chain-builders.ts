import type { Db } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { EvidenceDirectness, HowKnown, SourceKind, SpeechAct, Stance } from '@/prisma/generated/client'
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

type Answer = { knows?: HowKnown; knowsReason?: string }

/** A chain from the text outwards, of which nobody has answered how it knows; without sources the text names nobody. */
export const aChain = (db: Db, projectId: string, owner: Owner, ...sources: HopOf[]) =>
  anAnsweredChain(db, projectId, owner, {}, ...sources)

/** A chain of which somebody has answered that its text, or the outlet at which it ends, witnessed what it tells. */
export const aWitnessedChain = (db: Db, projectId: string, owner: Owner, ...sources: HopOf[]) =>
  anAnsweredChain(db, projectId, owner, { knows: 'WITNESSED', knowsReason: 'Vu.' }, ...sources)

async function anAnsweredChain(db: Db, projectId: string, owner: Owner, answer: Answer, ...sources: HopOf[]) {
  const hops = sources.map(({ id, act = 'SAID', onBehalfOfId, sourceSpanId }, position) => ({
    ...{ id: newId(), position, sourceId: id, speechAct: act, form: 'INDIRECT' as const, onBehalfOfId, sourceSpanId },
  }))
  const { claimId } =
    'evidenceId' in owner ? await db.evidence.findUniqueOrThrow({ where: { id: owner.evidenceId } }) : owner
  return reviseWith(db, claimId, async (tx) => {
    const chain = await tx.attribution.create({ data: { id: newId(), projectId, ...owner, ...answer } })
    await tx.hop.createMany({ data: hops.map((hop) => ({ ...hop, projectId, attributionId: chain.id })) })
    return chain
  })
}

type EvidenceToBuild = {
  stance: Stance
  sourceId?: string
  spanId?: string
  url?: string
  quote?: string
  withdrawnAt?: Date
  directness?: EvidenceDirectness
}

export const anItem = (db: Db, projectId: string, claimId: string, createdById: string, item: EvidenceToBuild) =>
  reviseWith(db, claimId, (tx) =>
    tx.evidence.create({ data: { id: newId(), projectId, claimId, createdById, createdAt: TEST_NOW, ...item } }),
  )
