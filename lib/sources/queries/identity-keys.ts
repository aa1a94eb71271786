import type { Db, Tx } from '@/lib/db'

/** An identity counts under the key that it names; `null` holds those sealed before identities named one. */
export type SealedCounts = Map<string | null, number>

/** The key that this database seals with, if it has one yet; held until the transaction ends, so that no rotation passes by. */
export async function findSealingKey(tx: Tx): Promise<{ id: string; fingerprint: string } | null> {
  const [found] = await tx.$queryRaw<{ id: string; fingerprint: string }[]>`
    SELECT "id", "fingerprint" FROM "InstallationKey" WHERE "kind" = 'IDENTITY' AND "retiredAt" IS NULL FOR SHARE`
  return found ?? null
}

/** Every key that this database has been sealed with, the newest first. */
export const listInstallationKeys = (db: Db | Tx) =>
  db.installationKey.findMany({
    where: { kind: 'IDENTITY' },
    select: { fingerprint: true, createdAt: true, retiredAt: true },
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  })

/** How many identities are sealed, by the id of the key that they name (hexadecimal). */
export async function countSealed(db: Db | Tx): Promise<SealedCounts> {
  const rows = await db.$queryRaw<{ keyId: string | null; count: bigint }[]>`
    SELECT CASE WHEN get_byte("sealed", 0) = 1 THEN NULL ELSE encode(substring("sealed" from 2 for 8), 'hex') END AS "keyId",
      count(*) AS "count"
    FROM "ConfidentialIdentity" WHERE length("sealed") > 0 GROUP BY 1`
  return new Map(rows.map(({ keyId, count }) => [keyId, Number(count)]))
}

/** Sealed identities after that source in the order of ids, at most `take`; those that name `exceptKeyId` are left out. */
export const listSealed = (
  tx: Db | Tx,
  { after, exceptKeyId, take }: { after: string; exceptKeyId: Buffer; take: number },
) =>
  tx.$queryRaw<{ sourceId: string; sealed: Uint8Array }[]>`
    SELECT "sourceId", "sealed" FROM "ConfidentialIdentity"
    WHERE "sourceId" > ${after}::uuid AND length("sealed") > 0
      AND NOT (get_byte("sealed", 0) = 2 AND substring("sealed" from 2 for 8) = ${exceptKeyId})
    ORDER BY "sourceId" LIMIT ${take} FOR UPDATE`
