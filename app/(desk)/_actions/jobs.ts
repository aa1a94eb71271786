'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { retryFailedJobs, retryJob } from '@/lib/jobs/commands/retry-job'
import type { retryFailedInput, retryJobInput } from '@/lib/jobs/schema'

export async function retryJobAction(input: CommandInput<typeof retryJobInput>) {
  return runAction(retryJob, input)
}

export async function retryFailedJobsAction(input: CommandInput<typeof retryFailedInput>) {
  return runAction(retryFailedJobs, input)
}
