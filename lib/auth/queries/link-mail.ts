import { z } from 'zod'
import type { Db } from '@/lib/db'
import type { Reason } from '@/lib/errors'
import { withoutServersWords } from '@/lib/mail/mail-failure'

/** How far the mail with a link has come. */
export type LinkMailState =
  | { state: 'sent'; at: Date }
  | { state: 'waiting' }
  /** `again`: when the next try is due. */
  | { state: 'retry'; reasons: readonly Reason[]; again: Date }
  | { state: 'failed'; reasons: readonly Reason[]; jobId: string; at: Date }
  /** Not any more: it opens nothing. */
  | { state: 'notSent'; reasons: readonly Reason[] }
  /** Not by mail: whoever made it hands it over. */
  | { state: 'byHand' }

type LinkMailRow = {
  userId: string
  mailedAt: Date | null
  jobId: string | null
  state: string | null
  output: unknown
  dueAt: Date
  endedAt: Date
}

const failure = z.object({ reasons: z.array(z.custom<Reason>()).min(1) })
const reasonsOf = (output: unknown): readonly Reason[] => failure.safeParse(output).data?.reasons ?? []
const TOO_LONG: readonly Reason[] = [{ key: 'job.tooLong' }]

function stateOf({ mailedAt, jobId, state, output, dueAt, endedAt }: LinkMailRow, isProject: boolean): LinkMailState {
  const told = isProject ? withoutServersWords(reasonsOf(output)) : reasonsOf(output)
  const reasons = told.length > 0 ? told : TOO_LONG
  if (mailedAt) return { state: 'sent', at: mailedAt }
  if (state === 'completed' && told.length > 0) return { state: 'notSent', reasons }
  if (!jobId || state === 'completed') return { state: 'byHand' }
  if (state === 'failed') return { state: 'failed', reasons, jobId, at: endedAt }
  return state === 'retry' && output !== null ? { state: 'retry', reasons, again: dueAt } : { state: 'waiting' }
}

/**
 * The mail of each of these people's newest link that could still be used: of a project's invitation, or (null) of a new password that
 * the owner has made a link for. Nothing for who has none.
 */
export async function findLinkMails(
  { db, now }: { db: Db; now: Date },
  projectId: string | null,
  userIds: readonly string[],
): Promise<Map<string, LinkMailState>> {
  if (userIds.length === 0) return new Map()
  const rows = await db.$queryRaw<LinkMailRow[]>`
    SELECT DISTINCT ON (l."userId") l."userId"::text, l."mailedAt", j."id"::text AS "jobId", j."state"::text, j."output",
      j."start_after" AS "dueAt", j."completed_on" AS "endedAt"
    FROM "OneTimeLink" l LEFT JOIN jobs.job j ON j."name" = 'mail:sendLink' AND j."singleton_key" = l."id"::text
    WHERE l."userId" = ANY(${userIds}::uuid[]) AND l."projectId" IS NOT DISTINCT FROM ${projectId}::uuid
      AND l."kind" <> 'SETUP' AND NOT l."byMailOnly" AND l."usedAt" IS NULL AND l."supersededAt" IS NULL
      AND l."expiresAt" > ${now}
    ORDER BY l."userId", l."createdAt" DESC, j."created_on" DESC`
  return new Map(rows.map((row) => [row.userId, stateOf(row, projectId !== null)]))
}
