'use server'

import { runAction, runQuietAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { acceptFiles, cancelBatch, retryFiles } from '@/lib/import/commands/change-batch'
import { fetchPage } from '@/lib/import/commands/fetch-page'
import { startBatch } from '@/lib/import/commands/receive-files'
import { undoBatch } from '@/lib/import/commands/undo-batch'
import type { acceptFilesInput, fetchPageInput, importBatchInput, startBatchInput } from '@/lib/import/schema'

export async function retryFilesAction(input: CommandInput<typeof importBatchInput>) {
  return runAction(retryFiles, input)
}

export async function acceptFilesAction(input: CommandInput<typeof acceptFilesInput>) {
  return runAction(acceptFiles, input)
}

export async function cancelBatchAction(input: CommandInput<typeof importBatchInput>) {
  return runAction(cancelBatch, input)
}

export async function undoBatchAction(input: CommandInput<typeof importBatchInput>) {
  return runAction(undoBatch, input)
}

export async function startBatchAction(input: CommandInput<typeof startBatchInput>) {
  return runQuietAction(startBatch, input)
}

export async function fetchPageAction(input: CommandInput<typeof fetchPageInput>) {
  return runQuietAction(fetchPage, input)
}
