import { z } from 'zod'
import { claimId, importBatchId, linkId, projectId, versionId } from '@/lib/ids'
import { mailLanguage } from '@/lib/mail/languages'

type Kind<Schema extends z.ZodType> = {
  payload: Schema
  /** What makes two askings one: while one waits, another with the same key adds nothing. */
  key: (payload: z.output<Schema>) => string
  /** After a failure it is tried again so often, by itself, the first time after `delay` seconds and then later each time. */
  retries: number
  delay: number
  /** In seconds: what has run so long is taken for lost. */
  longest: number
  /** Upkeep after whatever is saved: once it is done it is nobody's news. */
  isUpkeep?: boolean
}

const kind = <Schema extends z.ZodType>(each: Kind<Schema>) => each

/**
 * Every kind of work in the background. A new one is a line here, a handler in lib/jobs/commands/handlers and a queue of its name,
 * made by a migration: `SELECT jobs.create_queue('name', '{"policy": "short"}')`.
 */
export const JOB_KINDS = {
  'text:read': kind({
    payload: z.object({ versionId }),
    key: (payload) => payload.versionId,
    ...{ retries: 3, delay: 20, longest: 30 * 60 },
  }),
  'texts:readMissing': kind({
    payload: z.object({}),
    key: () => 'all',
    ...{ retries: 3, delay: 20, longest: 12 * 60 * 60 },
  }),
  'import:read': kind({
    payload: z.object({ batchId: importBatchId }),
    key: (payload) => payload.batchId,
    ...{ retries: 3, delay: 20, longest: 12 * 60 * 60 },
  }),
  'import:readTexts': kind({
    payload: z.object({ batchId: importBatchId }),
    key: (payload) => payload.batchId,
    ...{ retries: 3, delay: 20, longest: 12 * 60 * 60 },
  }),
  'mail:sendLink': kind({
    payload: z.object({ linkId, language: mailLanguage }),
    key: (payload) => payload.linkId,
    ...{ retries: 5, delay: 30, longest: 10 * 60 },
  }),
  'claim-projection:refresh': kind({
    payload: z.object({ claimId }),
    key: (payload) => payload.claimId,
    ...{ retries: 5, delay: 5, longest: 10 * 60, isUpkeep: true },
  }),
  // `projectId` null: those of every project.
  'claim-projections:refreshMarked': kind({
    payload: z.object({ projectId: projectId.nullable() }),
    key: (payload) => payload.projectId ?? 'all',
    ...{ retries: 5, delay: 5, longest: 12 * 60 * 60, isUpkeep: true },
  }),
} as const

export type JobKind = keyof typeof JOB_KINDS
export type JobPayload<K extends JobKind> = z.output<(typeof JOB_KINDS)[K]['payload']>

/** The kinds whose end somebody may want to know of. */
export const TOLD_KINDS = Object.entries(JOB_KINDS).flatMap(([name, each]: [string, Kind<z.ZodType>]) =>
  each.isUpkeep ? [] : [name],
)

export const isJobKind = (name: string): name is JobKind => Object.hasOwn(JOB_KINDS, name)

/** What stands in a job's row: the work, whose project it is about, and who asked for it. */
export const jobData = z.object({
  payload: z.unknown(),
  projectId: z.string().nullable(),
  askedById: z.string().nullable(),
})
export type JobData = z.output<typeof jobData>
