'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { editSource } from '@/lib/sources/commands/edit-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import type { editSourceInput, judgeSourceInput, mergeSourcesInput, undoMergeInput } from '@/lib/sources/schema'

export async function editSourceAction(input: CommandInput<typeof editSourceInput>) {
  return runAction(editSource, input)
}

export async function judgeSourceAction(input: CommandInput<typeof judgeSourceInput>) {
  return runAction(judgeSource, input)
}

export async function mergeSourcesAction(input: CommandInput<typeof mergeSourcesInput>) {
  return runAction(mergeSources, input)
}

export async function undoMergeAction(input: CommandInput<typeof undoMergeInput>) {
  return runAction(undoMerge, input)
}
