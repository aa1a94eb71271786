import { z } from 'zod'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, projectOf } from '@/lib/context'
import { type BoundedCount, bounded, COUNTED_TO } from '@/lib/database/bounded-count'
import { LIVING_WORKER } from '@/lib/database/worker-lock'
import type { Db } from '@/lib/db'
import type { Reason } from '@/lib/errors'
import { findSubjects, type Subject } from '@/lib/jobs/queries/subjects'
import { withoutServersWords } from '@/lib/mail/mail-failure'
import { JOB_KINDS, type JobKind, jobData, TOLD_KINDS } from '@/lib/queue/kinds'
import { Prisma } from '@/prisma/generated/client'

/** Of each list so many are shown; of what was done, the last few. */
export const SHOWN = 25
const SHOWN_DONE = 8

const KINDS = Object.keys(JOB_KINDS)

type JobRow = {
  id: string
  kind: JobKind
  data: unknown
  tries: number
  mostTries: number
  dueAt: Date
  startedAt: Date | null
  endedAt: Date | null
  output: unknown
  state: string
  worker: number | null
  done: number | null
  total: number | null
}

type Scope = { projectId: string | null }

const failure = z.object({ reasons: z.array(z.custom<Reason>()).min(1) })

/**
 * Why a try failed, or why an ended job was left undone; null where neither is so. What pg-boss itself ended ran longer than its kind may.
 * What was done has written over what an earlier try failed of.
 */
function reasonsOf({ output, state }: JobRow, { projectId }: Scope): readonly Reason[] | null {
  const parsed = failure.safeParse(output)
  if (parsed.success) return projectId === null ? parsed.data.reasons : withoutServersWords(parsed.data.reasons)
  return output === null || state === 'completed' ? null : [{ key: 'job.tooLong' }]
}

/** Those of one project, or of all; of kinds that this version knows. */
const within = ({ projectId }: Scope) =>
  projectId === null
    ? Prisma.sql`j."name" = ANY(${KINDS})`
    : Prisma.sql`j."name" = ANY(${KINDS}) AND j."data" ->> 'projectId' = ${projectId}`

const LISTS = {
  running: Prisma.sql`j."state" = 'active' ORDER BY j."started_on", j."id"`,
  waiting: Prisma.sql`j."state" < 'active' ORDER BY j."start_after", j."id"`,
  failed: Prisma.sql`j."state" > 'active' AND j."state" = 'failed' ORDER BY j."completed_on" DESC, j."id" DESC`,
  done: Prisma.sql`j."state" > 'active' AND j."state" = 'completed' AND j."name" = ANY(${TOLD_KINDS})
    ORDER BY j."completed_on" DESC, j."id" DESC`,
} as const

const rowsOf = (db: Db, scope: Scope, list: keyof typeof LISTS) => db.$queryRaw<JobRow[]>`
  SELECT j."id"::text, j."name" AS "kind", j."data", j."retry_count" AS "tries", j."retry_limit" AS "mostTries",
    j."start_after" AS "dueAt", j."started_on" AS "startedAt", j."completed_on" AS "endedAt", j."output", j."state"::text,
    r."worker", r."done", r."total"
  FROM jobs.job j LEFT JOIN jobs.run r ON r."name" = j."name" AND r."job_id" = j."id"
  WHERE ${within(scope)} AND ${LISTS[list]} LIMIT ${list === 'done' ? SHOWN_DONE : SHOWN}`

type Counts = { kind: JobKind; waiting: number; failed: number }

/** What waits and what has failed of each kind, each counted to the limit. */
const countsOf = (db: Db, scope: Scope) => db.$queryRaw<Counts[]>`
  SELECT k."kind",
    (SELECT count(*)::int FROM (SELECT 1 FROM jobs.job j
      WHERE j."name" = k."kind" AND j."state" < 'active' AND ${within(scope)} LIMIT ${COUNTED_TO + 1}) w) AS "waiting",
    (SELECT count(*)::int FROM (SELECT 1 FROM jobs.job j
      WHERE j."name" = k."kind" AND j."state" > 'active' AND j."state" = 'failed' AND ${within(scope)}
      LIMIT ${COUNTED_TO + 1}) f) AS "failed"
  FROM unnest(${KINDS}::text[]) AS k("kind")`

type Worker = { number: number; host: string; kinds: string[]; since: Date }

/** The workers that live. */
const listWorkers = (db: Db) => db.$queryRaw<Worker[]>`
  SELECT w."number", w."host", w."kinds", w."started_at" AS "since" FROM jobs.worker w
  WHERE EXISTS (SELECT 1 FROM pg_locks l WHERE l.objid = w."number"::oid AND ${Prisma.raw(LIVING_WORKER)})
  ORDER BY w."number"`

type Names = { subjects: Map<string, Subject>; people: Map<string, string>; projects: Map<string, string> }

async function namesOf(db: Db, scope: Scope, rows: readonly JobRow[]): Promise<Names> {
  const data = rows.map((row) => jobData.parse(row.data))
  const ids = (of: 'projectId' | 'askedById') => [...new Set(data.flatMap((each) => each[of] ?? []))]
  const named = { id: true, name: true } as const
  const [subjects, people, projects] = await Promise.all([
    findSubjects(db, scope.projectId, rows),
    db.user.findMany({ where: { id: { in: ids('askedById') } }, select: named }),
    scope.projectId ? [] : db.project.findMany({ where: { id: { in: ids('projectId') } }, select: named }),
  ])
  const byId = (things: readonly { id: string; name: string }[]) => new Map(things.map(({ id, name }) => [id, name]))
  return { subjects, people: byId(people), projects: byId(projects) }
}

function viewOf(row: JobRow, scope: Scope, { subjects, people, projects }: Names) {
  const { projectId, askedById } = jobData.parse(row.data)
  const { id, kind, dueAt, startedAt, endedAt, worker, done, total } = row
  return {
    ...{ id, kind, dueAt, startedAt, endedAt, worker },
    // The first try has no number before it has begun.
    tries: startedAt === null ? 0 : row.tries + 1,
    mostTries: row.mostTries + 1,
    reasons: reasonsOf(row, scope),
    progress: done === null || total === null ? null : { done, total },
    subject: subjects.get(id) ?? null,
    askedBy: (askedById && people.get(askedById)) ?? null,
    project: (projectId && projects.get(projectId)) ?? null,
  }
}
export type JobView = ReturnType<typeof viewOf>

async function loadJobs({ db, now }: Ctx, scope: Scope) {
  const [running, waiting, failed, done, counts, workers] = await Promise.all([
    rowsOf(db, scope, 'running'),
    rowsOf(db, scope, 'waiting'),
    rowsOf(db, scope, 'failed'),
    rowsOf(db, scope, 'done'),
    countsOf(db, scope),
    listWorkers(db),
  ])
  const names = await namesOf(db, scope, [running, waiting, failed, done].flat())
  const view = (rows: readonly JobRow[]) => rows.map((row) => viewOf(row, scope, names))
  const sum = (of: 'waiting' | 'failed'): BoundedCount => bounded(counts.reduce((all, each) => all + each[of], 0))
  return {
    ...{ now, running: view(running), waiting: view(waiting), failed: view(failed), done: view(done) },
    counts: { waiting: sum('waiting'), failed: sum('failed') },
    /** The kinds of which something has failed, for "all of a kind". */
    failedKinds: counts
      .filter(({ failed: many }) => many > 0)
      .map(({ kind, failed: many }) => ({ kind, count: bounded(many) })),
    workers,
    /** What waits although workers are there, because none of them does it. */
    undone: counts
      .filter(
        (each) => each.waiting > 0 && workers.length > 0 && !workers.some(({ kinds }) => kinds.includes(each.kind)),
      )
      .map(({ kind }) => kind),
  }
}
export type Jobs = Awaited<ReturnType<typeof loadJobs>>

/** The jobs of the actor's project: what runs, what waits, what has failed, and the last that were done. */
export async function listProjectJobs(ctx: Ctx): Promise<Jobs> {
  authorise('job:read', ctx.actor)
  return loadJobs(ctx, { projectId: projectOf(ctx) })
}

/** The jobs of the installation, for its owner: with the names of projects, and none of their texts. */
export async function listAllJobs(ctx: Ctx): Promise<Jobs> {
  authorise('installation:read', ctx.actor)
  return loadJobs(ctx, { projectId: null })
}
