import pg from 'pg'
import { newId } from '@/lib/ids'

// What opening an article and marking a claim ask of the database, as plain statements by the app's own role: the baseline.

const CLAIMS = `
  SELECT c."id", c."number", c."wording", c."category", c."state", c."version", json_agg(json_build_object('start', s."start", 'end', s."end"))
  FROM "Claim" c JOIN "ClaimSpan" p ON p."claimId" = c."id" JOIN "Span" s ON s."id" = p."spanId"
  WHERE c."articleId" = $1 AND c."deletedAt" IS NULL GROUP BY c."id" ORDER BY min(s."start")`
const VERSION = 'SELECT "id", "text" FROM "ArticleVersion" WHERE "articleId" = $1 ORDER BY "number" DESC LIMIT 1'

const SPAN = `INSERT INTO "Span" ("id", "projectId", "versionId", "start", "end", "exact", "prefix", "suffix")
  VALUES ($1, $2, $3, $4, $5, $6, '', '')`
const CLAIM = `INSERT INTO "Claim" ("id", "projectId", "articleId", "number", "category", "checked", "wording", "tags", "markedById")
  SELECT $1, $2, $3, coalesce(max("number"), 0) + 1, 'OTHER', 'CONTENT', $4, '{}', $5 FROM "Claim" WHERE "articleId" = $3`
const PLACE = 'INSERT INTO "ClaimSpan" ("claimId", "spanId", "position") VALUES ($1, $2, 0)'
const AUDIT = `INSERT INTO "AuditEvent"
    ("id", "commandId", "projectId", "actorId", "action", "entity", "entityId", "articleId", "claimId", "after", "result", "at")
  VALUES ($1, $2, $3, $4, 'claim:mark', 'claim', $5, $6, $5, '{}', '{}', now())`

export type MarkToInsert = {
  projectId: string
  articleId: string
  versionId: string
  personId: string
  start: number
  end: number
  exact: string
}

/** Reads an article, and marks a claim in it, with as many lines to the database as the app has. */
export function bareSql(connectionString: string | undefined) {
  const pool = new pg.Pool({ connectionString, max: 10 })
  return {
    end: () => pool.end(),
    async open(articleId: string) {
      await pool.query('SELECT * FROM "Article" WHERE "id" = $1', [articleId])
      await pool.query(VERSION, [articleId])
      await pool.query(CLAIMS, [articleId])
    },
    async mark({ projectId, articleId, versionId, personId, start, end, exact }: MarkToInsert) {
      const client = await pool.connect()
      const [spanId, claimId] = [newId(), newId()]
      try {
        await client.query('BEGIN')
        await client.query('SELECT 1 FROM "Article" WHERE "id" = $1 FOR UPDATE', [articleId])
        await client.query(SPAN, [spanId, projectId, versionId, start, end, exact])
        await client.query(CLAIM, [claimId, projectId, articleId, exact, personId])
        await client.query(PLACE, [claimId, spanId])
        await client.query(AUDIT, [newId(), newId(), projectId, personId, claimId, articleId])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
  }
}
