'use server'

import { runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { startBatch } from '@/lib/import/commands/receive-files'
import type { startBatchInput } from '@/lib/import/schema'

export async function startBatchAction(input: CommandInput<typeof startBatchInput>) {
  return runQuietAction(startBatch, input)
}
