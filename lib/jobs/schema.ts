import { z } from 'zod'
import { jobId } from '@/lib/ids'
import { JOB_KINDS, type JobKind } from '@/lib/queue/kinds'

/** Whose jobs: those of the project that one is in, or, for the owner, those of the whole installation. */
const scope = z.enum(['project', 'installation'])
export type JobScope = z.output<typeof scope>

// The keys of an object of these kinds are these kinds.
const jobKind = z.enum(Object.keys(JOB_KINDS) as JobKind[], 'invalidField')

export const retryJobInput = z.object({ scope, id: jobId })
export const retryFailedInput = z.object({ scope, kind: jobKind })
