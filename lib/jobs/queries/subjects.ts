import type { Db } from '@/lib/db'
import { JOB_KINDS, type JobKind, type JobPayload, jobData } from '@/lib/queue/kinds'

/** What a job is about, as a person knows it. */
export type Subject =
  | { what: 'article'; articleId: string; title: string }
  | { what: 'claim'; articleId: string; claimId: string; number: number }
  | { what: 'person'; name: string }

type JobSubjectRow = { id: string; kind: JobKind; data: unknown }

/** The id that the payload of each job of a kind names, by the job's own. */
function named<K extends JobKind>(rows: readonly JobSubjectRow[], kind: K, idOf: (payload: JobPayload<K>) => string) {
  return rows
    .filter((row) => row.kind === kind)
    .flatMap((row): [string, string][] => {
      const parsed = JOB_KINDS[kind].payload.safeParse(jobData.parse(row.data).payload)
      // Each line of the table parses its own kind's payload.
      return parsed.success ? [[row.id, idOf(parsed.data as JobPayload<K>)]] : []
    })
}

/** The subject of each job, out of the rows of what they are about; nothing is asked where there are no such jobs. */
async function resolved<Found extends { id: string }>(
  jobs: readonly [string, string][],
  find: (ids: string[]) => Promise<Found[]>,
  subjectOf: (found: Found) => Subject,
): Promise<[string, Subject][]> {
  if (jobs.length === 0) return []
  const found = new Map((await find(jobs.map(([, id]) => id))).map((row) => [row.id, row]))
  return jobs.flatMap(([jobId, id]): [string, Subject][] => {
    const row = found.get(id)
    return row ? [[jobId, subjectOf(row)]] : []
  })
}

/**
 * What each of these jobs is about, by the job's id. Articles and claims are told within their project alone: whoever sees all projects
 * (null) reads no text of theirs.
 */
export async function findSubjects(db: Db, projectId: string | null, rows: readonly JobSubjectRow[]) {
  const ofProject = projectId ? rows : []
  const within = (ids: string[]) => ({ id: { in: ids }, projectId: projectId ?? '' })
  const all = await Promise.all([
    resolved(
      named(ofProject, 'text:read', ({ versionId }) => versionId),
      (ids) =>
        db.articleVersion.findMany({
          where: within(ids),
          select: { id: true, article: { select: { id: true, title: true } } },
        }),
      ({ article }) => ({ what: 'article', articleId: article.id, title: article.title }),
    ),
    resolved(
      named(ofProject, 'claim-projection:refresh', (payload) => payload.claimId),
      (ids) => db.claim.findMany({ where: within(ids), select: { id: true, number: true, articleId: true } }),
      ({ id, number, articleId }) => ({ what: 'claim', articleId, claimId: id, number }),
    ),
    resolved(
      named(rows, 'mail:sendLink', ({ linkId }) => linkId),
      (ids) =>
        db.oneTimeLink.findMany({ where: { id: { in: ids } }, select: { id: true, user: { select: { name: true } } } }),
      ({ user }) => ({ what: 'person', name: user?.name ?? '' }),
    ),
  ])
  return new Map(all.flat())
}
