import type { Ruling, WordsInText } from '@/lib/copies/concerns'
import type { Tx } from '@/lib/db'
import type { CopyDecisionKind } from '@/prisma/generated/enums'

type RulingRow = {
  id: string
  kind: CopyDecisionKind
  reason: string | null
  createdAt: Date
  byId: string
  byName: string
  copy: WordsInText
  original: WordsInText
}

/** The decisions in force about any of these texts: articles, whichever version, and evidence items. The latest first. */
export async function listRulings(tx: Tx, projectId: string, textIds: readonly string[]): Promise<Ruling[]> {
  const ids = [...textIds]
  const rows = await tx.$queryRaw<RulingRow[]>`
    SELECT d."id", d."kind"::text AS "kind", d."reason", d."createdAt", u."id" AS "byId", u."name" AS "byName",
      json_build_object('textId', coalesce(cv."articleId", ce."id"), 'versionId', cv."id", 'evidenceId', ce."id",
        'start', d."copyStart", 'end', d."copyEnd",
        'words', substr(coalesce(cv."text", ce."quote"), d."copyStart" + 1, d."copyEnd" - d."copyStart")) AS "copy",
      json_build_object('textId', coalesce(ov."articleId", oe."id"), 'versionId', ov."id", 'evidenceId', oe."id",
        'start', d."originalStart", 'end', d."originalEnd",
        'words', substr(coalesce(ov."text", oe."quote"), d."originalStart" + 1, d."originalEnd" - d."originalStart"))
        AS "original"
    FROM "PassageDecision" d
    JOIN "User" u ON u."id" = d."createdById"
    LEFT JOIN "ArticleVersion" cv ON cv."id" = d."copyVersionId"
    LEFT JOIN "Evidence" ce ON ce."id" = d."copyEvidenceId"
    LEFT JOIN "ArticleVersion" ov ON ov."id" = d."originalVersionId"
    LEFT JOIN "Evidence" oe ON oe."id" = d."originalEvidenceId"
    WHERE d."projectId" = ${projectId}::uuid AND d."takenBackAt" IS NULL
      AND (coalesce(cv."articleId", ce."id") = ANY (${ids}::uuid[]) OR coalesce(ov."articleId", oe."id") = ANY (${ids}::uuid[]))
    ORDER BY d."createdAt" DESC, d."id" DESC`
  return rows.map(({ id, kind, reason, createdAt, byId, byName, copy, original }) => ({
    ...{ id, kind, copy, original, reason },
    by: { id: byId, name: byName },
    at: createdAt,
  }))
}
