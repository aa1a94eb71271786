'use server'

import { runAction } from '@/app/_server/action'
import { getCtx } from '@/app/_server/actor'
import type { CommandInput } from '@/lib/audit/record'
import { previewPart, previewPartRemoval } from '@/lib/independence/queries/preview-part'
import { addSource } from '@/lib/sources/commands/add-source'
import { addConfidentialSource, sealIdentity } from '@/lib/sources/commands/confidential-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { seeIdentity } from '@/lib/sources/commands/see-identity'
import { removePart, setPart } from '@/lib/sources/commands/set-part'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import type { addConfidentialInput, sealIdentityInput, seeIdentityInput } from '@/lib/sources/confidential'
import { findNearSources } from '@/lib/sources/queries/near-sources'
import { searchSources } from '@/lib/sources/queries/search-sources'
import type {
  addSourceInput,
  editSourceInput,
  judgeSourceInput,
  mergeSourcesInput,
  removePartInput,
  setPartInput,
  undoMergeInput,
} from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'

export async function addSourceAction(input: CommandInput<typeof addSourceInput>) {
  return runAction(addSource, input)
}

/** What a picker lists while somebody types. */
export async function searchSourcesAction(text: string, kinds: SourceKind[]) {
  return searchSources(await getCtx(), text, { kinds, limit: 8 })
}

/** What a form offers in place of a new source of this name. */
export async function nearSourcesAction(name: string, kind: SourceKind) {
  return findNearSources(await getCtx(), { name, kind })
}

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

export async function addConfidentialAction(input: CommandInput<typeof addConfidentialInput>) {
  return runAction(addConfidentialSource, input)
}

export async function sealIdentityAction(input: CommandInput<typeof sealIdentityInput>) {
  return runAction(sealIdentity, input)
}

export async function seeIdentityAction(input: CommandInput<typeof seeIdentityInput>) {
  return runAction(seeIdentity, input)
}
