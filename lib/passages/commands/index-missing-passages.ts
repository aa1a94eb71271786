import { type ComparedText, writePassages } from '@/lib/articles/commands/write-passages'
import { type Ctx, inTransaction } from '@/lib/context'

const BATCH = 50

type Missing = { projectId: string; versionId: string | null; evidenceId: string | null; text: string }

/**
 * Writes the passages of texts that were there before passages were, of every project; a batch each time, until none is
 * left. Answers how many texts. What the machine derives leaves no audit row.
 */
export async function indexMissingPassages(ctx: Ctx): Promise<number> {
  let indexed = 0
  for (;;) {
    const done = await inTransaction(ctx, async ({ tx }) => {
      // One start at a time, so that nothing is written twice.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('passages', 0))`
      const missing = await tx.$queryRaw<Missing[]>`
        SELECT v."projectId", v."id" AS "versionId", NULL::uuid AS "evidenceId", v."text"
        FROM "ArticleVersion" v
        WHERE v."text" <> '' AND NOT EXISTS (SELECT 1 FROM "Passage" p WHERE p."versionId" = v."id")
        UNION ALL
        SELECT e."projectId", NULL, e."id", e."quote"
        FROM "Evidence" e
        WHERE e."spanId" IS NULL AND e."quote" <> '' AND NOT EXISTS (SELECT 1 FROM "Passage" p WHERE p."evidenceId" = e."id")
        LIMIT ${BATCH}`
      for (const { projectId, versionId, evidenceId, text } of missing) {
        const compared: ComparedText = versionId ? { versionId, text } : { evidenceId: evidenceId ?? '', text }
        await writePassages(tx, projectId, [compared])
      }
      return missing.length
    })
    indexed += done
    if (done < BATCH) return indexed
  }
}
