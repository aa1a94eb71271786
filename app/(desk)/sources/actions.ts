'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { previewPart, previewPartRemoval } from '@/lib/independence/queries/preview-part'
import { editSource } from '@/lib/sources/commands/edit-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { removePart, setPart } from '@/lib/sources/commands/set-part'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import type {
  editSourceInput,
  judgeSourceInput,
  mergeSourcesInput,
  removePartInput,
  setPartInput,
  undoMergeInput,
} from '@/lib/sources/schema'

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

export async function setPartAction(input: CommandInput<typeof setPartInput>) {
  return runAction(setPart, input)
}

export async function removePartAction(input: CommandInput<typeof removePartInput>) {
  return runAction(removePart, input)
}

/** What making it a part would change; nothing is done. */
export async function previewPartAction(input: Omit<CommandInput<typeof setPartInput>, 'commandId'>) {
  return runAction(previewPart, input)
}

/** What taking it back would change; nothing is done. */
export async function previewPartRemovalAction(id: string) {
  return runAction(previewPartRemoval, id)
}
